/* recipe: sched_getattr
 * symbols: sched_getattr sched_setattr
 * kind: wrapper
 * glibc: GLIBC_2.41
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages sched_setattr(2)
 * scope: public
 */
#include <sys/syscall.h>
#include <unistd.h>

int sched_getattr(int pid, void *attr, unsigned size, unsigned flags)
{
	return (int)syscall(SYS_sched_getattr, pid, attr, size, flags);
}

int sched_setattr(int pid, void *attr, unsigned flags)
{
	return (int)syscall(SYS_sched_setattr, pid, attr, flags);
}
