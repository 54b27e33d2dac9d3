#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <time.h>
static pthread_mutex_t recursive = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP, check = PTHREAD_ERRORCHECK_MUTEX_INITIALIZER_NP, adaptive = PTHREAD_ADAPTIVE_MUTEX_INITIALIZER_NP, plain = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t shared[1000];
static long counters[1000];
static void *hammer(void *p)
{
	for (int i = 0; i < 1000; i++) {
		pthread_mutex_lock(&shared[i]);
		pthread_mutex_lock(&shared[i]);
		counters[i]++;
		pthread_mutex_unlock(&shared[i]);
		pthread_mutex_unlock(&shared[i]);
	}
	return p;
}
static void *other(void *p)
{
	printf("other %d\n", pthread_mutex_trylock(&recursive) == EBUSY);
	return p;
}
int main(void)
{
	pthread_t t[3];
	pthread_mutexattr_t a;
	pthread_mutex_t fresh = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
	for (int i = 0; i < 3; i++) printf("%d ", i < 2 ? pthread_mutex_lock(&recursive) : pthread_mutex_trylock(&recursive));
	pthread_create(t, 0, other, 0);
	pthread_join(t[0], 0);
	for (int i = 0; i < 3; i++)
		printf("%d ", pthread_mutex_unlock(&recursive));
	printf("%d\n", pthread_mutex_unlock(&recursive) == EPERM);
	printf("%d ", pthread_mutex_lock(&check));
	printf("%d ", pthread_mutex_lock(&check) == EDEADLK);
	printf("%d ", pthread_mutex_unlock(&check));
	printf("%d\n", pthread_mutex_unlock(&check) == EPERM);
	printf("%d ", pthread_mutex_lock(&adaptive));
	printf("%d ", pthread_mutex_trylock(&adaptive) == EBUSY);
	printf("%d\n", pthread_mutex_unlock(&adaptive));
	printf("%d ", pthread_mutex_trylock(&plain));
	printf("%d\n", pthread_mutex_unlock(&plain));
	printf("%d\n", pthread_mutex_destroy(&fresh));
	pthread_mutexattr_init(&a);
	for (int i = -1; i < 6; i++)
		printf("%d ", pthread_mutexattr_settype(&a, i));
	puts("");
	for (int round = 0; round < 20; round++) {
		for (int i = 0; i < 1000; i++)
			shared[i] = (pthread_mutex_t)PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
		for (int i = 0; i < 3; i++)
			pthread_create(&t[i], 0, hammer, 0);
		for (int i = 0; i < 3; i++)
			pthread_join(t[i], 0);
	}
	for (int i = 1; i < 1000; i++)
		counters[0] += counters[i];
	printf("%ld\n", counters[0]);
}
