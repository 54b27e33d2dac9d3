/* recipe: __posix_io
 * symbols: __read __write __open __open64 __close __lseek __pread64 __pwrite64 __pipe __dup2 __connect __send
 *   __select __poll __fork __waitpid __nanosleep __getpid __getpgid __setpgid __bsd_getpgrp
 *   __getpagesize __sysconf __gettimeofday __sched_yield __sched_getparam __sched_getscheduler
 *   __sched_setscheduler __sched_get_priority_max __sched_get_priority_min __secure_getenv
 * kind: alias
 * glibc: GLIBC_2.2.5 GLIBC_2.2.6
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: the scheduling calls ask the kernel, where musl's public functions refuse with ENOSYS
 * spec: POSIX.1-2024, the functions without the leading underscores
 * scope: public
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/auxv.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include "include/mc_time32.h"

ssize_t __read(int fd, void *b, size_t n)
{
	return read(fd, b, n);
}

ssize_t __write(int fd, const void *b, size_t n)
{
	return write(fd, b, n);
}

int __open(const char *path, int flags, ...)
{
	mode_t mode = 0;
	if ((flags & O_CREAT) || (flags & O_TMPFILE) == O_TMPFILE) {
		va_list ap;
		va_start(ap, flags);
		mode = va_arg(ap, mode_t);
		va_end(ap);
	}
	return open(path, flags, mode);
}

int __open64(const char *path, int flags, ...)
{
	va_list ap;
	va_start(ap, flags);
	mode_t mode = va_arg(ap, mode_t);
	va_end(ap);
	return open(path, flags, mode);
}

int __close(int fd)
{
	return close(fd);
}

off_t __lseek(int fd, off_t at, int whence)
{
	return lseek(fd, at, whence);
}

ssize_t __pread64(int fd, void *b, size_t n, off_t at)
{
	return pread(fd, b, n, at);
}

ssize_t __pwrite64(int fd, const void *b, size_t n, off_t at)
{
	return pwrite(fd, b, n, at);
}

int __pipe(int fds[2])
{
	return pipe(fds);
}

int __dup2(int from, int to)
{
	return dup2(from, to);
}

int __connect(int fd, const struct sockaddr *to, socklen_t n)
{
	return connect(fd, to, n);
}

ssize_t __send(int fd, const void *b, size_t n, int flags)
{
	return send(fd, b, n, flags);
}

MC_OLD(select);
MC_OLD(nanosleep);
MC_OLD(gettimeofday);

int __select(int n, fd_set *restrict r, fd_set *restrict w, fd_set *restrict e, struct timeval *restrict timeout)
{
	return mc_old_select(n, r, w, e, timeout);
}

int __poll(struct pollfd *fds, nfds_t n, int timeout)
{
	return poll(fds, n, timeout);
}

pid_t __fork(void)
{
	return fork();
}

pid_t __waitpid(pid_t pid, int *status, int options)
{
	return waitpid(pid, status, options);
}

int __nanosleep(const struct timespec *wanted, struct timespec *left)
{
	return mc_old_nanosleep(wanted, left);
}

pid_t __getpid(void)
{
	return getpid();
}

pid_t __getpgid(pid_t pid)
{
	return getpgid(pid);
}

int __setpgid(pid_t pid, pid_t group)
{
	return setpgid(pid, group);
}

pid_t __bsd_getpgrp(pid_t pid)
{
	return getpgid(pid);
}

int __getpagesize(void)
{
	return getpagesize();
}

long __sysconf(int name)
{
	return sysconf(name);
}

int __gettimeofday(struct timeval *restrict now, void *restrict zone)
{
	return mc_old_gettimeofday(now, zone);
}

int __sched_yield(void)
{
	return sched_yield();
}

int __sched_getparam(pid_t pid, struct sched_param *out)
{
	return (int)syscall(SYS_sched_getparam, pid, out);
}

int __sched_getscheduler(pid_t pid)
{
	return (int)syscall(SYS_sched_getscheduler, pid);
}

int __sched_setscheduler(pid_t pid, int policy, const struct sched_param *param)
{
	return (int)syscall(SYS_sched_setscheduler, pid, policy, param);
}

int __sched_get_priority_max(int policy)
{
	return sched_get_priority_max(policy);
}

int __sched_get_priority_min(int policy)
{
	return sched_get_priority_min(policy);
}

char *__secure_getenv(const char *name)
{
	return getauxval(AT_SECURE) ? NULL : getenv(name);
}
