/* recipe: __old_musl_names
 * symbols: __gmtime_r __statfs __wait __vfork __clone
 * kind: alias
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: __vfork is fork: the parent does not wait for the child's exec
 * spec: POSIX.1-2024, the functions without the leading underscores; Linux man-pages clone(2)
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_time32.h"
#include <sched.h>
#include <stdarg.h>
#include <sys/statfs.h>
#include <sys/wait.h>
#include <unistd.h>

MC_OLD(gmtime_r);

struct tm *__gmtime_r(const time_t *restrict t, struct tm *restrict out)
{
	return mc_old_gmtime_r(t, out);
}

int __statfs(const char *path, struct statfs *out)
{
	return statfs(path, out);
}

pid_t __wait(int *status)
{
	return wait(status);
}

/* The frame of a wrapper would be gone when the child of a true vfork has used the stack. */
pid_t __vfork(void)
{
	return fork();
}

int __clone(int (*run)(void *), void *stack, int flags, void *arg, ...)
{
	va_list ap;
	va_start(ap, arg);
	pid_t *parent = va_arg(ap, pid_t *);
	void *tls = va_arg(ap, void *);
	pid_t *child = va_arg(ap, pid_t *);
	va_end(ap);
	return clone(run, stack, flags, arg, parent, tls, child);
}
