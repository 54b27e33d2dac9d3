/* recipe: pthread_clock
 * symbols: pthread_cond_clockwait pthread_mutex_clocklock pthread_rwlock_clockrdlock pthread_rwlock_clockwrlock
 *   sem_clockwait pthread_clockjoin_np
 * kind: implementation
 * glibc: GLIBC_2.30 GLIBC_2.31 GLIBC_2.34
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: a wait against CLOCK_MONOTONIC follows a later change of CLOCK_REALTIME
 * spec: POSIX.1-2024 pthread_cond_clockwait() and the like; glibc manual "Waiting with Explicit Clocks"
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_clock.h"
#include "include/mc_time32.h"
#include <errno.h>

/* The moment of another clock as one of CLOCK_REALTIME, which musl's functions wait against. 0, or an error number. */
static int in_realtime(clockid_t clock, const struct timespec *at, struct timespec *real)
{
	struct timespec now, now_real;
	if (clock == CLOCK_REALTIME) {
		*real = *at;
		return 0;
	}
	if (clock != CLOCK_MONOTONIC) return EINVAL;
	if (at->tv_nsec < 0 || at->tv_nsec >= 1000000000) {
		*real = *at; /* the wait itself says EINVAL, if it has to wait */
		return 0;
	}
	clock_gettime(clock, &now);
	clock_gettime(CLOCK_REALTIME, &now_real);
	real->tv_sec = at->tv_sec - now.tv_sec + now_real.tv_sec;
	real->tv_nsec = at->tv_nsec - now.tv_nsec + now_real.tv_nsec;
	if (real->tv_nsec < 0) real->tv_nsec += 1000000000, real->tv_sec--;
	if (real->tv_nsec >= 1000000000) real->tv_nsec -= 1000000000, real->tv_sec++;
	if (real->tv_sec < 0) *real = (struct timespec){0, 0};
	return 0;
}

int mc_pthread_cond_clockwait(pthread_cond_t *c, pthread_mutex_t *m, clockid_t clock, const struct timespec *at)
{
	struct timespec real;
	int error = in_realtime(clock, at, &real);
	return error ? error : pthread_cond_timedwait(c, m, &real);
}

int mc_pthread_mutex_clocklock(pthread_mutex_t *m, clockid_t clock, const struct timespec *at)
{
	struct timespec real;
	int error = in_realtime(clock, at, &real);
	return error ? error : pthread_mutex_timedlock(m, &real);
}

int mc_pthread_rwlock_clockrdlock(pthread_rwlock_t *l, clockid_t clock, const struct timespec *at)
{
	struct timespec real;
	int error = in_realtime(clock, at, &real);
	return error ? error : pthread_rwlock_timedrdlock(l, &real);
}

int mc_pthread_rwlock_clockwrlock(pthread_rwlock_t *l, clockid_t clock, const struct timespec *at)
{
	struct timespec real;
	int error = in_realtime(clock, at, &real);
	return error ? error : pthread_rwlock_timedwrlock(l, &real);
}

int mc_sem_clockwait(sem_t *s, clockid_t clock, const struct timespec *at)
{
	struct timespec real;
	int error = in_realtime(clock, at, &real);
	if (!error) return sem_timedwait(s, &real);
	errno = error;
	return -1;
}

int mc_pthread_clockjoin_np(pthread_t t, void **result, clockid_t clock, const struct timespec *at)
{
	struct timespec real;
	int error = at ? in_realtime(clock, at, &real) : 0;
	if (error) return error;
	return at ? pthread_timedjoin_np(t, result, &real) : pthread_join(t, result);
}

#define AT(at) mc_from_time32(at, &(struct timespec){0, 0})

int pthread_cond_clockwait(pthread_cond_t *c, pthread_mutex_t *m, clockid_t clock, const struct mc_timespec *at)
{
	return mc_pthread_cond_clockwait(c, m, clock, AT(at));
}

int pthread_mutex_clocklock(pthread_mutex_t *m, clockid_t clock, const struct mc_timespec *at)
{
	return mc_pthread_mutex_clocklock(m, clock, AT(at));
}

int pthread_rwlock_clockrdlock(pthread_rwlock_t *l, clockid_t clock, const struct mc_timespec *at)
{
	return mc_pthread_rwlock_clockrdlock(l, clock, AT(at));
}

int pthread_rwlock_clockwrlock(pthread_rwlock_t *l, clockid_t clock, const struct mc_timespec *at)
{
	return mc_pthread_rwlock_clockwrlock(l, clock, AT(at));
}

int sem_clockwait(sem_t *s, clockid_t clock, const struct mc_timespec *at)
{
	return mc_sem_clockwait(s, clock, AT(at));
}

int pthread_clockjoin_np(pthread_t t, void **result, clockid_t clock, const struct mc_timespec *at)
{
	return mc_pthread_clockjoin_np(t, result, clock, AT(at));
}
