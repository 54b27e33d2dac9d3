/* recipe: time64_waits
 * symbols: __pthread_cond_clockwait64 __pthread_mutex_clocklock64 __pthread_rwlock_clockrdlock64
 *   __pthread_rwlock_clockwrlock64 __pthread_clockjoin_np64 __sem_clockwait64 __gai_suspend_time64 __epoll_pwait2_time64
 *   __timespec_getres64
 * kind: wrapper
 * glibc: GLIBC_2.34 GLIBC_2.35
 * arch: i386 armhf
 * needs: pthread_clock getaddrinfo_a epoll_pwait2 timespec_getres
 * fidelity: equivalent
 * differs: as the recipes of the same functions without 64 in the name
 * spec: glibc 2.34 release notes, _TIME_BITS=64
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_clock.h"
#include <signal.h>
#include <sys/epoll.h>

struct gaicb;
int mc_gai_suspend(const struct gaicb *const *, int, const struct timespec *);
int mc_epoll_pwait2(int, struct epoll_event *, int, const struct timespec *, const sigset_t *);
int mc_timespec_getres(struct timespec *, int);

int __pthread_cond_clockwait64(pthread_cond_t *a, pthread_mutex_t *b, clockid_t c, const struct timespec *d)
{
	return mc_pthread_cond_clockwait(a, b, c, d);
}

int __pthread_mutex_clocklock64(pthread_mutex_t *a, clockid_t b, const struct timespec *c)
{
	return mc_pthread_mutex_clocklock(a, b, c);
}

int __pthread_rwlock_clockrdlock64(pthread_rwlock_t *a, clockid_t b, const struct timespec *c)
{
	return mc_pthread_rwlock_clockrdlock(a, b, c);
}

int __pthread_rwlock_clockwrlock64(pthread_rwlock_t *a, clockid_t b, const struct timespec *c)
{
	return mc_pthread_rwlock_clockwrlock(a, b, c);
}

int __pthread_clockjoin_np64(pthread_t a, void **b, clockid_t c, const struct timespec *d)
{
	return mc_pthread_clockjoin_np(a, b, c, d);
}

int __sem_clockwait64(sem_t *a, clockid_t b, const struct timespec *c)
{
	return mc_sem_clockwait(a, b, c);
}

int __gai_suspend_time64(const struct gaicb *const *a, int b, const struct timespec *c)
{
	return mc_gai_suspend(a, b, c);
}

int __epoll_pwait2_time64(int a, struct epoll_event *b, int c, const struct timespec *d, const sigset_t *e)
{
	return mc_epoll_pwait2(a, b, c, d, e);
}

int __timespec_getres64(struct timespec *a, int b)
{
	return mc_timespec_getres(a, b);
}
