/* recipe: __open_2
 * symbols: __open_2 __open64_2
 * kind: wrapper
 * glibc: GLIBC_2.7
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: glibc manual "Opening and Closing Files"; open() without a mode argument
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_chk.h"
#include <fcntl.h>

/* A file would be created, and the caller gave no mode. */
static int needs_mode(int flags)
{
	return (flags & O_CREAT) || (flags & O_TMPFILE) == O_TMPFILE;
}

int __open_2(const char *path, int flags)
{
	if (needs_mode(flags)) mc_chk_fail();
	return open(path, flags);
}

int __open64_2(const char *path, int flags)
{
	return __open_2(path, flags);
}
