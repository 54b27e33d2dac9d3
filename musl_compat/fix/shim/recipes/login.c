/* recipe: login
 * symbols: login logout logwtmp getutmp getutmpx getutent_r getutid_r getutline_r
 * kind: stub
 * glibc: GLIBC_2.2.5 GLIBC_2.34
 * arch: any
 * needs: -
 * fidelity: degraded
 * differs: no record is kept or found: musl has no utmp and wtmp; getutmp and getutmpx copy
 * spec: Linux man-pages login(3), getutent_r(3), getutmp(3)
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_loud.h"
#include <errno.h>
#include <stddef.h>
#include <string.h>
#include <utmpx.h>

void login(const struct utmpx *entry)
{
	(void)entry;
	MC_LOUD("no record is kept");
}

int logout(const char *line)
{
	(void)line;
	MC_LOUD("no record is kept");
	return 0;
}

void logwtmp(const char *line, const char *user, const char *host)
{
	(void)line;
	(void)user;
	(void)host;
	MC_LOUD("no record is kept");
}

void getutmp(const struct utmpx *from, struct utmpx *to)
{
	*to = *from;
}

void getutmpx(const struct utmpx *from, struct utmpx *to)
{
	*to = *from;
}

int getutent_r(struct utmpx *buffer, struct utmpx **result)
{
	(void)buffer;
	*result = NULL;
	return -1;
}

int getutid_r(const struct utmpx *id, struct utmpx *buffer, struct utmpx **result)
{
	(void)id;
	errno = ESRCH;
	return getutent_r(buffer, result);
}

int getutline_r(const struct utmpx *line, struct utmpx *buffer, struct utmpx **result)
{
	(void)line;
	errno = ESRCH;
	return getutent_r(buffer, result);
}
