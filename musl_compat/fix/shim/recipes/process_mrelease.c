/* recipe: process_mrelease
 * symbols: process_mrelease
 * kind: wrapper
 * glibc: GLIBC_2.36
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages process_mrelease(2)
 * scope: public
 */
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_process_mrelease
#define SYS_process_mrelease 448
#endif

int process_mrelease(int pidfd, unsigned flags)
{
	return (int)syscall(SYS_process_mrelease, pidfd, flags);
}
