/* recipe: fsopen
 * symbols: fsopen
 * kind: wrapper
 * glibc: GLIBC_2.36
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages fsopen(2)
 * scope: public
 */
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_fsopen
#define SYS_fsopen 430
#endif

int fsopen(const char *name, unsigned flags)
{
	return (int)syscall(SYS_fsopen, name, flags);
}
