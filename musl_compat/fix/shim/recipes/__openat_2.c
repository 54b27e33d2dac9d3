/* recipe: __openat_2
 * symbols: __openat_2 __openat64_2
 * kind: wrapper
 * glibc: GLIBC_2.7
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: glibc manual "Opening and Closing Files"; openat() without a mode argument
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_chk.h"
#include <fcntl.h>

int __openat_2(int dir, const char *path, int flags)
{
	if ((flags & O_CREAT) || (flags & O_TMPFILE) == O_TMPFILE) mc_chk_fail();
	return openat(dir, path, flags);
}

int __openat64_2(int dir, const char *path, int flags)
{
	return __openat_2(dir, path, flags);
}
