/* recipe: sched_scheduler
 * symbols: sched_setscheduler sched_getscheduler sched_setparam sched_getparam
 * kind: wrapper
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: -
 * spec: sched_setscheduler(2); musl's own always fail with ENOSYS
 * scope: private
 */
#define _GNU_SOURCE
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

/* The kernel's structure: one int. */
struct parameter {
	int priority;
};

int __mc_sched_setscheduler(pid_t pid, int policy, const struct parameter *p)
{
	return (int)syscall(SYS_sched_setscheduler, pid, policy, p);
}

int __mc_sched_getscheduler(pid_t pid)
{
	return (int)syscall(SYS_sched_getscheduler, pid);
}

int __mc_sched_setparam(pid_t pid, const struct parameter *p)
{
	return (int)syscall(SYS_sched_setparam, pid, p);
}

int __mc_sched_getparam(pid_t pid, struct parameter *p)
{
	return (int)syscall(SYS_sched_getparam, pid, p);
}
