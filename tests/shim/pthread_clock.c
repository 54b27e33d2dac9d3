#include "shimtest.h"
#include <pthread.h>
#include <semaphore.h>
#include <time.h>

static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t c = PTHREAD_COND_INITIALIZER;
static pthread_rwlock_t l = PTHREAD_RWLOCK_INITIALIZER;
static sem_t s;

static void *locked_out(void *arg)
{
	struct timespec *at = arg;
	printf("%d\n", VIA(pthread_mutex_clocklock)(&m, CLOCK_MONOTONIC, at));
	printf("%d\n", VIA(pthread_rwlock_clockrdlock)(&l, CLOCK_MONOTONIC, at));
	printf("%d\n", VIA(pthread_rwlock_clockwrlock)(&l, CLOCK_MONOTONIC, at));
	return &m;
}

int main(void)
{
	struct timespec mono, real, far;
	clock_gettime(CLOCK_MONOTONIC, &mono);
	clock_gettime(CLOCK_REALTIME, &real);
	mono.tv_nsec = real.tv_nsec = 0;
	far = mono;
	far.tv_sec += 1000;
	sem_init(&s, 0, 1);
	pthread_mutex_lock(&m);
	printf("%d\n", VIA(pthread_cond_clockwait)(&c, &m, CLOCK_MONOTONIC, &mono));
	printf("%d\n", VIA(pthread_cond_clockwait)(&c, &m, CLOCK_REALTIME, &real));
	printf("%d\n", VIA(pthread_cond_clockwait)(&c, &m, CLOCK_PROCESS_CPUTIME_ID, &mono));
	printf("%d\n", VIA(sem_clockwait)(&s, CLOCK_MONOTONIC, &far));
	errno = 0;
	printf("%d ", VIA(sem_clockwait)(&s, CLOCK_MONOTONIC, &mono));
	printf("%d\n", errno);
	pthread_rwlock_wrlock(&l);
	pthread_t t;
	void *result = NULL;
	pthread_create(&t, NULL, locked_out, &mono);
	printf("%d ", VIA(pthread_clockjoin_np)(t, &result, CLOCK_MONOTONIC, &far));
	printf("%d\n", result == &m);
	return 0;
}
