/* recipe: time64
 * symbols: __clock_getres64 __cnd_timedwait64 __fcntl_time64 __fstat64_time64 __fstatat64_time64 __futimens64 __futimes64
 *   __futimesat64 __getitimer64 __getrusage64 __getsockopt64 __gettimeofday64 __glob64_time64 __globfree64_time64
 *   __ioctl_time64 __lstat64_time64 __lutimes64 __mtx_timedlock64 __nanosleep64 __ppoll64 __ppoll64_chk __prctl_time64
 *   __pselect64 __pthread_cond_timedwait64 __pthread_mutex_timedlock64 __pthread_rwlock_timedrdlock64
 *   __pthread_rwlock_timedwrlock64 __pthread_timedjoin_np64 __recvmmsg64 __recvmsg64 __sched_rr_get_interval64 __select64
 *   __sem_timedwait64 __semtimedop64 __sendmmsg64 __sendmsg64 __setitimer64 __setsockopt64 __settimeofday64 __sigtimedwait64
 *   __stat64_time64 __thrd_sleep64 __timegm64 __timespec_get64 __utimensat64 __utimes64
 * kind: wrapper
 * glibc: GLIBC_2.34 GLIBC_2.37
 * arch: i386 armhf
 * needs: -
 * fidelity: equivalent
 * differs: -
 * spec: glibc 2.34 release notes, _TIME_BITS=64; glibc's struct stat of these machines, <bits/struct_stat.h>
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_stat64.h"
#include <fcntl.h>
#include <glob.h>
#include <poll.h>
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <sys/sem.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <threads.h>
#include <time.h>

/* musl has 64-bit times only, in structures as glibc lays them out for such programs. */
int __clock_getres64(clockid_t a, struct timespec *b)
{
	return clock_getres(a, b);
}

int __cnd_timedwait64(cnd_t *a, mtx_t *b, const struct timespec *c)
{
	return cnd_timedwait(a, b, c);
}

int __futimens64(int a, const struct timespec *b)
{
	return futimens(a, b);
}

int __futimes64(int a, const struct timeval *b)
{
	return futimes(a, b);
}

int __futimesat64(int a, const char *b, const struct timeval *c)
{
	return futimesat(a, b, c);
}

int __getitimer64(int a, struct itimerval *b)
{
	return getitimer(a, b);
}

int __getrusage64(int a, struct rusage *b)
{
	return getrusage(a, b);
}

int __getsockopt64(int a, int b, int c, void *d, socklen_t *e)
{
	return getsockopt(a, b, c, d, e);
}

int __gettimeofday64(struct timeval *a, void *b)
{
	return gettimeofday(a, b);
}

int __glob64_time64(const char *a, int b, int (*c)(const char *, int), glob_t *d)
{
	return glob(a, b, c, d);
}

int __lutimes64(const char *a, const struct timeval *b)
{
	return lutimes(a, b);
}

int __mtx_timedlock64(mtx_t *a, const struct timespec *b)
{
	return mtx_timedlock(a, b);
}

int __nanosleep64(const struct timespec *a, struct timespec *b)
{
	return nanosleep(a, b);
}

int __ppoll64(struct pollfd *a, nfds_t b, const struct timespec *c, const sigset_t *d)
{
	return ppoll(a, b, c, d);
}

int __pselect64(int a, fd_set *b, fd_set *c, fd_set *d, const struct timespec *e, const sigset_t *f)
{
	return pselect(a, b, c, d, e, f);
}

int __pthread_cond_timedwait64(pthread_cond_t *a, pthread_mutex_t *b, const struct timespec *c)
{
	return pthread_cond_timedwait(a, b, c);
}

int __pthread_mutex_timedlock64(pthread_mutex_t *a, const struct timespec *b)
{
	return pthread_mutex_timedlock(a, b);
}

int __pthread_rwlock_timedrdlock64(pthread_rwlock_t *a, const struct timespec *b)
{
	return pthread_rwlock_timedrdlock(a, b);
}

int __pthread_rwlock_timedwrlock64(pthread_rwlock_t *a, const struct timespec *b)
{
	return pthread_rwlock_timedwrlock(a, b);
}

int __pthread_timedjoin_np64(pthread_t a, void **b, const struct timespec *c)
{
	return pthread_timedjoin_np(a, b, c);
}

int __recvmmsg64(int a, struct mmsghdr *b, unsigned c, unsigned d, struct timespec *e)
{
	return recvmmsg(a, b, c, d, e);
}

ssize_t __recvmsg64(int a, struct msghdr *b, int c)
{
	return recvmsg(a, b, c);
}

int __sched_rr_get_interval64(pid_t a, struct timespec *b)
{
	return sched_rr_get_interval(a, b);
}

int __select64(int a, fd_set *b, fd_set *c, fd_set *d, struct timeval *e)
{
	return select(a, b, c, d, e);
}

int __sem_timedwait64(sem_t *a, const struct timespec *b)
{
	return sem_timedwait(a, b);
}

int __semtimedop64(int a, struct sembuf *b, size_t c, const struct timespec *d)
{
	return semtimedop(a, b, c, d);
}

int __sendmmsg64(int a, struct mmsghdr *b, unsigned c, unsigned d)
{
	return sendmmsg(a, b, c, d);
}

ssize_t __sendmsg64(int a, const struct msghdr *b, int c)
{
	return sendmsg(a, b, c);
}

int __setitimer64(int a, const struct itimerval *b, struct itimerval *c)
{
	return setitimer(a, b, c);
}

int __setsockopt64(int a, int b, int c, const void *d, socklen_t e)
{
	return setsockopt(a, b, c, d, e);
}

int __settimeofday64(const struct timeval *a, const struct timezone *b)
{
	return settimeofday(a, b);
}

int __sigtimedwait64(const sigset_t *a, siginfo_t *b, const struct timespec *c)
{
	return sigtimedwait(a, b, c);
}

int __thrd_sleep64(const struct timespec *a, struct timespec *b)
{
	return thrd_sleep(a, b);
}

time_t __timegm64(struct tm *a)
{
	return timegm(a);
}

int __timespec_get64(struct timespec *a, int b)
{
	return timespec_get(a, b);
}

int __utimensat64(int a, const char *b, const struct timespec *c, int d)
{
	return utimensat(a, b, c, d);
}

int __utimes64(const char *a, const struct timeval *b)
{
	return utimes(a, b);
}

void __globfree64_time64(glob_t *g)
{
	globfree(g);
}

/* The size of the array is known to the caller: more is a buffer overflow. */
int __ppoll64_chk(struct pollfd *list, nfds_t count, const struct timespec *timeout, const sigset_t *mask, size_t size)
{
	if (size / sizeof *list < count)
		abort();
	return ppoll(list, count, timeout, mask);
}

int __fcntl_time64(int fd, int what, ...)
{
	va_list ap;
	void *argument;

	va_start(ap, what);
	argument = va_arg(ap, void *);
	va_end(ap);
	return fcntl(fd, what, argument);
}

int __ioctl_time64(int fd, unsigned long what, ...)
{
	va_list ap;
	void *argument;

	va_start(ap, what);
	argument = va_arg(ap, void *);
	va_end(ap);
	return ioctl(fd, (int)what, argument);
}

int __prctl_time64(int what, ...)
{
	unsigned long rest[4];
	va_list ap;

	va_start(ap, what);
	for (int i = 0; i < 4; i++)
		rest[i] = va_arg(ap, unsigned long);
	va_end(ap);
	return prctl(what, rest[0], rest[1], rest[2], rest[3]);
}

static int convert(int error, const struct stat *from, struct mc_stat64 *to)
{
	if (!error)
		mc_to_stat64(from, to);
	return error;
}

int __stat64_time64(const char *path, struct mc_stat64 *out)
{
	struct stat st;

	return convert(stat(path, &st), &st, out);
}

int __lstat64_time64(const char *path, struct mc_stat64 *out)
{
	struct stat st;

	return convert(lstat(path, &st), &st, out);
}

int __fstat64_time64(int fd, struct mc_stat64 *out)
{
	struct stat st;

	return convert(fstat(fd, &st), &st, out);
}

int __fstatat64_time64(int at, const char *path, struct mc_stat64 *out, int flags)
{
	struct stat st;

	return convert(fstatat(at, path, &st, flags), &st, out);
}
