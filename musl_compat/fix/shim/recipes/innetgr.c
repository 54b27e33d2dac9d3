/* recipe: innetgr
 * symbols: innetgr setnetgrent endnetgrent getnetgrent getnetgrent_r
 * kind: stub
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: degraded
 * differs: there are no netgroups, as in glibc on a system without a source for them in nsswitch.conf
 * spec: Linux man-pages setnetgrent(3)
 * scope: public
 */
#include "include/mc_loud.h"
#include <stddef.h>

int setnetgrent(const char *group)
{
	(void)group;
	MC_LOUD("there are no netgroups");
	return 0;
}

void endnetgrent(void)
{
}

int getnetgrent_r(char **host, char **user, char **domain, char *buffer, size_t n)
{
	(void)host;
	(void)user;
	(void)domain;
	(void)buffer;
	(void)n;
	return 0;
}

int getnetgrent(char **host, char **user, char **domain)
{
	return getnetgrent_r(host, user, domain, NULL, 0);
}

int innetgr(const char *group, const char *host, const char *user, const char *domain)
{
	(void)group;
	(void)host;
	(void)user;
	(void)domain;
	MC_LOUD("there are no netgroups");
	return 0;
}
