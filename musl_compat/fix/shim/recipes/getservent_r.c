/* recipe: getservent_r
 * symbols: getservent_r
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: _internal_entry
 * fidelity: equivalent
 * differs: reads /etc/services only; begins anew after its end, not at setservent
 * spec: Linux man-pages getservent_r(3), services(5)
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_entry.h"
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <pthread.h>
#include <stdlib.h>

static FILE *f;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

void mc_services_rewind(void)
{
	pthread_mutex_lock(&lock);
	if (f) rewind(f);
	pthread_mutex_unlock(&lock);
}

int getservent_r(struct servent *out, char *buffer, size_t n, struct servent **result)
{
	struct mc_entry e = {0};
	struct mc_room rest;
	char *slash = NULL;
	int error = ENOENT;
	*result = NULL;
	pthread_mutex_lock(&lock);
	if (!f) f = fopen("/etc/services", "re");
	while (f && !(error = mc_entry_next(f, &e, (struct mc_room){buffer, n}, &rest)) && !(slash = strchr(e.value, '/'))) {}
	if (f && error == ENOENT) {
		fclose(f);
		f = NULL;
	}
	pthread_mutex_unlock(&lock);
	if (error) return error;
	*slash = 0;
	*out = (struct servent){e.name, e.aliases, htons((uint16_t)atoi(e.value)), slash + 1};
	*result = out;
	return 0;
}
