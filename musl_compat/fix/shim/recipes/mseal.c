/* recipe: mseal
 * symbols: mseal
 * kind: wrapper
 * glibc: GLIBC_2.43
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages mseal(2)
 * scope: public
 */
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_mseal
#define SYS_mseal 462
#endif

int mseal(void *at, size_t n, unsigned long flags)
{
	return (int)syscall(SYS_mseal, at, n, flags);
}
