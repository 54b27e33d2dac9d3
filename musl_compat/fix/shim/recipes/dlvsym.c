/* recipe: dlvsym
 * symbols: dlvsym
 * kind: implementation
 * glibc: GLIBC_2.2.5 GLIBC_2.34
 * arch: any
 * needs: -
 * fidelity: degraded
 * differs: the version is not looked at: musl's loader knows none
 * spec: Linux man-pages dlvsym(3)
 * scope: public
 */
#define _GNU_SOURCE
#include <dlfcn.h>

void *dlvsym(void *restrict handle, const char *restrict name, const char *restrict version)
{
	(void)version;
	return dlsym(handle, name);
}
