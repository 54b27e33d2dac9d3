/* recipe: fsmount
 * symbols: fsmount
 * kind: wrapper
 * glibc: GLIBC_2.36
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages fsmount(2)
 * scope: public
 */
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_fsmount
#define SYS_fsmount 432
#endif

int fsmount(int fd, unsigned flags, unsigned attributes)
{
	return (int)syscall(SYS_fsmount, fd, flags, attributes);
}
