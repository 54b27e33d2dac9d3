/* Waits until a moment of any clock, with musl's struct timespec. */
#ifndef MC_CLOCK_H
#define MC_CLOCK_H
#include <pthread.h>
#include <semaphore.h>
#include <time.h>

int mc_pthread_cond_clockwait(pthread_cond_t *, pthread_mutex_t *, clockid_t, const struct timespec *);
int mc_pthread_mutex_clocklock(pthread_mutex_t *, clockid_t, const struct timespec *);
int mc_pthread_rwlock_clockrdlock(pthread_rwlock_t *, clockid_t, const struct timespec *);
int mc_pthread_rwlock_clockwrlock(pthread_rwlock_t *, clockid_t, const struct timespec *);
int mc_sem_clockwait(sem_t *, clockid_t, const struct timespec *);
int mc_pthread_clockjoin_np(pthread_t, void **, clockid_t, const struct timespec *);
#endif
