/* recipe: getrpcent
 * symbols: getrpcent getrpcent_r getrpcbyname getrpcbyname_r getrpcbynumber getrpcbynumber_r setrpcent
 *   endrpcent
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: _internal_entry
 * fidelity: equivalent
 * differs: reads /etc/rpc only
 * spec: Linux man-pages getrpcent(3), getrpcent_r(3), rpc(5)
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_entry.h"
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>

struct rpcent {
	char *r_name, **r_aliases;
	int r_number;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static FILE *database;

static int next(FILE *f, struct rpcent *out, char *buffer, size_t n)
{
	struct mc_entry e;
	struct mc_room rest;
	int error = mc_entry_next(f, &e, (struct mc_room){buffer, n}, &rest);
	if (!error) *out = (struct rpcent){e.name, e.aliases, atoi(e.value)};
	return error;
}

void setrpcent(int stay)
{
	(void)stay;
	pthread_mutex_lock(&lock);
	if (database) rewind(database);
	pthread_mutex_unlock(&lock);
}

void endrpcent(void)
{
	pthread_mutex_lock(&lock);
	if (database) fclose(database);
	database = NULL;
	pthread_mutex_unlock(&lock);
}

int getrpcent_r(struct rpcent *out, char *buffer, size_t n, struct rpcent **result)
{
	int error = ENOENT;
	pthread_mutex_lock(&lock);
	if (!database) database = fopen("/etc/rpc", "re");
	if (database) error = next(database, out, buffer, n);
	pthread_mutex_unlock(&lock);
	*result = error ? NULL : out;
	return error;
}

static int is(const struct rpcent *e, const char *name, int number)
{
	if (!name) return e->r_number == number;
	int found = !strcmp(e->r_name, name);
	for (char **a = e->r_aliases; *a; a++) found |= !strcmp(*a, name);
	return found;
}

static int find(const char *name, int number, struct rpcent *out, char *buffer, size_t n, struct rpcent **result)
{
	FILE *f = fopen("/etc/rpc", "re");
	int error = ENOENT;
	*result = NULL;
	while (f && !(error = next(f, out, buffer, n)))
		if (is(out, name, number)) {
			*result = out;
			break;
		}
	if (f) fclose(f);
	return error == ENOENT ? 0 : error;
}

int getrpcbyname_r(const char *name, struct rpcent *out, char *buffer, size_t n, struct rpcent **result)
{
	return find(name, 0, out, buffer, n, result);
}

int getrpcbynumber_r(int number, struct rpcent *out, char *buffer, size_t n, struct rpcent **result)
{
	return find(NULL, number, out, buffer, n, result);
}

/* The functions without a buffer share these. */
static struct rpcent entry;
static char line[1024];

struct rpcent *getrpcent(void)
{
	struct rpcent *result;
	getrpcent_r(&entry, line, sizeof line, &result);
	return result;
}

struct rpcent *getrpcbyname(const char *name)
{
	struct rpcent *result;
	getrpcbyname_r(name, &entry, line, sizeof line, &result);
	return result;
}

struct rpcent *getrpcbynumber(int number)
{
	struct rpcent *result;
	getrpcbynumber_r(number, &entry, line, sizeof line, &result);
	return result;
}
