/* recipe: getaliasent
 * symbols: getaliasent getaliasent_r getaliasbyname getaliasbyname_r setaliasent endaliasent
 * kind: stub
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: degraded
 * differs: finds no aliases, as glibc on a system without a source for them in nsswitch.conf
 * spec: glibc aliases.h
 * scope: public
 */
#include "include/mc_loud.h"
#include <errno.h>
#include <stddef.h>

void setaliasent(void)
{
	MC_LOUD("there are no aliases");
}

void endaliasent(void)
{
}

int getaliasent_r(void *out, char *buffer, size_t n, void **result)
{
	(void)out;
	(void)buffer;
	(void)n;
	*result = NULL;
	return ENOENT;
}

int getaliasbyname_r(const char *name, void *out, char *buffer, size_t n, void **result)
{
	(void)name;
	getaliasent_r(out, buffer, n, result);
	return 0;
}

void *getaliasent(void)
{
	return NULL;
}

void *getaliasbyname(const char *name)
{
	(void)name;
	MC_LOUD("there are no aliases");
	return NULL;
}
