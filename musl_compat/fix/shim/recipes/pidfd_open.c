/* recipe: pidfd_open
 * symbols: pidfd_open
 * kind: wrapper
 * glibc: GLIBC_2.36
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages pidfd_open(2)
 * scope: public
 */
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_pidfd_open
#define SYS_pidfd_open 434
#endif

int pidfd_open(int pid, unsigned flags)
{
	return (int)syscall(SYS_pidfd_open, pid, flags);
}
