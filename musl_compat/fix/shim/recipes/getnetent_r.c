/* recipe: getnetent_r
 * symbols: getnetent_r getnetbyname_r getnetbyaddr_r
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: _internal_entry
 * fidelity: equivalent
 * differs: reads /etc/networks only; begins anew after its end, not at setnetent
 * spec: Linux man-pages getnetent_r(3), networks(5)
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_entry.h"
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <pthread.h>
#include <strings.h>
#include <sys/socket.h>

/* glibc reports a system error as -1 (NETDB_INTERNAL), a macro that musl does not have. */
static int next(FILE *f, struct netent *out, char *buffer, size_t n)
{
	struct mc_entry e;
	struct mc_room rest;
	int error = mc_entry_next(f, &e, (struct mc_room){buffer, n}, &rest);
	if (!error) *out = (struct netent){e.name, e.aliases, AF_INET, inet_network(e.value)};
	return error;
}

static FILE *networks;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

void mc_networks_rewind(void)
{
	pthread_mutex_lock(&lock);
	if (networks) rewind(networks);
	pthread_mutex_unlock(&lock);
}

int getnetent_r(struct netent *out, char *buffer, size_t n, struct netent **result, int *why)
{
	int error = ENOENT;
	pthread_mutex_lock(&lock);
	if (!networks) networks = fopen("/etc/networks", "re");
	if (networks) error = next(networks, out, buffer, n);
	if (networks && error == ENOENT) {
		fclose(networks);
		networks = NULL;
	}
	pthread_mutex_unlock(&lock);
	*result = error ? NULL : out;
	if (error) *why = error == ERANGE ? -1 : HOST_NOT_FOUND;
	return error;
}

static int has_name(const struct netent *e, const char *name)
{
	int found = !strcasecmp(e->n_name, name);
	for (char **a = e->n_aliases; *a; a++) found |= !strcasecmp(*a, name);
	return found;
}

/* The entry of a name, or with name NULL of a number. None is no error, as for glibc. */
static int find(const char *name, uint32_t number, struct netent *out, char *buffer, size_t n, struct netent **result, int *why)
{
	FILE *f = fopen("/etc/networks", "re");
	int error = ENOENT;
	*result = NULL;
	while (f && !(error = next(f, out, buffer, n)))
		if (name ? has_name(out, name) : out->n_net == number) {
			*result = out;
			break;
		}
	if (f) fclose(f);
	if (!*result) *why = error == ERANGE ? -1 : HOST_NOT_FOUND;
	return error == ENOENT ? 0 : error;
}

int getnetbyname_r(const char *name, struct netent *out, char *buffer, size_t n, struct netent **result, int *why)
{
	return find(name, 0, out, buffer, n, result, why);
}

int getnetbyaddr_r(uint32_t net, int type, struct netent *out, char *buffer, size_t n, struct netent **result, int *why)
{
	(void)type;
	return find(NULL, net, out, buffer, n, result, why);
}
