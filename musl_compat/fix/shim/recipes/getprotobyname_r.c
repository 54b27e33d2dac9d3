/* recipe: getprotobyname_r
 * symbols: getprotobyname_r getprotobynumber_r getprotoent_r
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: _internal_entry
 * fidelity: equivalent
 * differs: the table is the one built into musl; /etc/protocols is not read
 * spec: Linux man-pages getprotoent_r(3)
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_entry.h"
#include <errno.h>
#include <netdb.h>
#include <pthread.h>

/* musl's functions share one static entry. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static int copy(const struct protoent *from, struct protoent *out, struct mc_room room, struct protoent **result)
{
	*result = NULL;
	if (!from) return ENOENT;
	out->p_proto = from->p_proto;
	if (!(out->p_aliases = mc_take_list(&room, from->p_aliases))) return ERANGE;
	if (!(out->p_name = mc_take_string(&room, from->p_name))) return ERANGE;
	*result = out;
	return 0;
}

int getprotobyname_r(const char *name, struct protoent *out, char *buffer, size_t n, struct protoent **result)
{
	pthread_mutex_lock(&lock);
	int error = copy(getprotobyname(name), out, (struct mc_room){buffer, n}, result);
	pthread_mutex_unlock(&lock);
	return error == ENOENT ? 0 : error;
}

int getprotobynumber_r(int number, struct protoent *out, char *buffer, size_t n, struct protoent **result)
{
	pthread_mutex_lock(&lock);
	int error = copy(getprotobynumber(number), out, (struct mc_room){buffer, n}, result);
	pthread_mutex_unlock(&lock);
	return error == ENOENT ? 0 : error;
}

int getprotoent_r(struct protoent *out, char *buffer, size_t n, struct protoent **result)
{
	pthread_mutex_lock(&lock);
	int error = copy(getprotoent(), out, (struct mc_room){buffer, n}, result);
	pthread_mutex_unlock(&lock);
	return error;
}
