/* recipe: gethostent_r
 * symbols: gethostent_r
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: _internal_entry
 * fidelity: equivalent
 * differs: reads /etc/hosts only; begins anew after its end, not at sethostent
 * spec: Linux man-pages gethostent(3), hosts(5)
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_entry.h"
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <pthread.h>
#include <stddef.h>

static FILE *f;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

void mc_hosts_rewind(void)
{
	pthread_mutex_lock(&lock);
	if (f) rewind(f);
	pthread_mutex_unlock(&lock);
}

/* Addresses of IPv4, and of IPv6 those that are the same host by IPv4: mapped ones and the loopback. */
static int address(const char *text, struct in_addr *out)
{
	struct in6_addr six;
	if (inet_pton(AF_INET, text, out) == 1) return 1;
	if (inet_pton(AF_INET6, text, &six) != 1) return 0;
	if (IN6_IS_ADDR_LOOPBACK(&six)) out->s_addr = htonl(INADDR_LOOPBACK);
	else if (IN6_IS_ADDR_V4MAPPED(&six)) memcpy(out, &six.s6_addr[12], sizeof *out);
	else return 0;
	return 1;
}

static int fill(const struct mc_entry *e, struct hostent *out, struct mc_room *room)
{
	struct in_addr found, *kept;
	char **list;
	if (!address(e->name, &found)) return ENOENT;
	kept = mc_take(room, sizeof *kept, sizeof(void *));
	list = mc_take(room, 2 * sizeof *list, sizeof *list);
	if (!kept || !list) return ERANGE;
	*kept = found;
	list[0] = (char *)kept;
	list[1] = NULL;
	*out = (struct hostent){e->value, e->aliases, AF_INET, sizeof *kept, list};
	return 0;
}

/* glibc reports a system error as -1 (NETDB_INTERNAL), a macro that musl does not have. */
int gethostent_r(struct hostent *out, char *buffer, size_t n, struct hostent **result, int *why)
{
	struct mc_entry e;
	struct mc_room rest;
	int error = ENOENT;
	pthread_mutex_lock(&lock);
	if (!f) f = fopen("/etc/hosts", "re");
	while (f) {
		off_t before = ftello(f);
		error = mc_entry_next(f, &e, (struct mc_room){buffer, n}, &rest);
		if (error) break;
		error = fill(&e, out, &rest);
		if (error == ERANGE) fseeko(f, before, SEEK_SET);
		if (error != ENOENT) break;
	}
	if (f && error == ENOENT) {
		fclose(f);
		f = NULL;
	}
	pthread_mutex_unlock(&lock);
	*result = error ? NULL : out;
	if (error) *why = error == ERANGE ? -1 : HOST_NOT_FOUND;
	return error;
}
