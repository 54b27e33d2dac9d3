/* recipe: close_range
 * symbols: close_range
 * kind: wrapper
 * glibc: GLIBC_2.34
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: before Linux 5.9 only flags 0 work
 * spec: Linux man-pages close_range(2)
 * scope: public
 */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_close_range
#define SYS_close_range 436
#endif

int close_range(unsigned first, unsigned last, int flags)
{
	return (int)syscall(SYS_close_range, first, last, flags);
}
