/* recipe: openat2
 * symbols: openat2
 * kind: wrapper
 * glibc: GLIBC_2.43
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages openat2(2)
 * scope: public
 */
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_openat2
#define SYS_openat2 437
#endif

int openat2(int dir, const char *path, const void *how, size_t size)
{
	return (int)syscall(SYS_openat2, dir, path, how, size);
}
