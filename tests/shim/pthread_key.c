/* recipes: pthread_key */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <threads.h>

int __pthread_key_create(pthread_key_t *, void (*)(void *));
void *__pthread_getspecific(pthread_key_t);
int __pthread_setspecific(pthread_key_t, const void *);

enum { MANY = 1000 };
static pthread_key_t keys[MANY], again, last;
static int runs[MANY], rounds;
static pthread_barrier_t barrier;

static void count(void *p)
{
	runs[(int *)p - runs]++;
}

/* Reads its own value and another's while the thread ends, and asks for one more round each time. */
static void stubborn(void *p)
{
	rounds++;
	if (pthread_getspecific(again)) puts("own value still there");
	printf("round %d of %s: %d\n", rounds, (char *)p, pthread_setspecific(again, p));
}

static void *all(void *p)
{
	for (int i = 0; i < MANY; i++)
		if (pthread_getspecific(keys[i])) puts("not null at first");
	for (int i = 0; i < MANY; i++)
		if (pthread_setspecific(keys[i], &runs[i])) printf("%d is refused\n", i);
	for (int i = 0; i < MANY; i++)
		if (pthread_getspecific(keys[i]) != &runs[i]) printf("%d is lost\n", i);
	for (int i = 0; i < MANY; i += 10) pthread_setspecific(keys[i], 0);
	return p;
}

static void *obstinate(void *p)
{
	pthread_setspecific(again, p);
	pthread_setspecific(keys[5], &runs[5]);
	return p;
}

/* Values of a key that is deleted meanwhile are gone, and are not those of the next key that gets its number. */
static void *waits(void *p)
{
	pthread_setspecific(last, p);
	printf("set %s\n", (char *)pthread_getspecific(last));
	pthread_barrier_wait(&barrier);
	pthread_barrier_wait(&barrier);
	printf("after %d\n", pthread_getspecific(last) == 0);
	return p;
}

static void never(void *p)
{
	printf("destructor of a deleted key: %s\n", (char *)p);
}

static void in_thread(void *(*f)(void *), void *arg)
{
	pthread_t t;
	pthread_create(&t, 0, f, arg);
	pthread_join(t, 0);
}

static int racer(void *p)
{
	for (int i = 0; i < 200; i++) {
		tss_t k;
		if (tss_create(&k, 0) != thrd_success) return 1;
		if (tss_get(k) || tss_set(k, p) != thrd_success || tss_get(k) != p) return 2;
		tss_delete(k);
	}
	return 0;
}

int main(void)
{
	pthread_t t;
	pthread_key_t more[64];
	int extra = 0, sum = 0, error = 0, r;
	static char seen[1024];

	for (int i = 0; i < MANY; i++) {
		if (pthread_key_create(&keys[i], count)) printf("%d cannot be made\n", i);
		else if (keys[i] >= 1024 || seen[keys[i]]++) printf("%d is out of range or twice\n", i);
	}
	in_thread(all, 0);
	for (int i = 0; i < MANY; i++)
		if (runs[i] != (i % 10 != 0)) printf("%d ran %d times\n", i, runs[i]);
		else sum += runs[i];
	printf("%d destructors\n", sum);
	printf("main %d\n", pthread_getspecific(keys[900]) == 0);

	/* The limit is near 1024; a key that is given back can be had again. */
	while (extra < 64 && !(error = pthread_key_create(&more[extra], 0))) extra++;
	printf("limit %d %d\n", extra > 0 && extra <= 24, error == EAGAIN);
	printf("setspecific(none) %d %d\n", pthread_setspecific(keys[900], 0), pthread_setspecific(more[0], "x"));
	printf("delete %d\n", pthread_key_delete(keys[950]));
	printf("twice %d\n", pthread_key_delete(keys[950]) == EINVAL);
	printf("deleted %d %d\n", pthread_setspecific(keys[950], "x") == EINVAL, pthread_getspecific(keys[950]) == 0);
	printf("again %d\n", pthread_key_create(&keys[950], count));
	printf("new %d\n", pthread_getspecific(keys[950]) == 0);
	printf("delete %d\n", pthread_key_delete(keys[951]));
	printf("create %d\n", pthread_key_create(&again, stubborn));
	in_thread(obstinate, "stubborn");
	printf("rounds %d, the other %d\n", rounds, runs[5]);
	for (int i = 0; i < extra; i++) pthread_key_delete(more[i]);

	printf("create %d\n", pthread_key_create(&last, never));
	pthread_barrier_init(&barrier, 0, 2);
	pthread_create(&t, 0, waits, "value");
	pthread_barrier_wait(&barrier);
	printf("delete %d\n", pthread_key_delete(last));
	printf("create %d\n", pthread_key_create(&last, never));
	pthread_barrier_wait(&barrier);
	pthread_join(t, 0);

	/* Numbers that no key can have. */
	printf("%d %d %d\n", pthread_key_delete(-1) == EINVAL, pthread_setspecific(-1, "x") == EINVAL, pthread_getspecific(-1) == 0);
	printf("%d %d %d\n", pthread_key_delete(1024) == EINVAL, pthread_setspecific(1024, "x") == EINVAL, pthread_getspecific(1024) == 0);
	printf("%d %d\n", tss_set(5000, "x") == thrd_error, tss_get(5000) == 0);

	printf("__create %d ", __pthread_key_create(&again, 0));
	printf("%d ", __pthread_setspecific(again, "two"));
	printf("%s %s\n", (char *)__pthread_getspecific(again), (char *)pthread_getspecific(again));
	thrd_t racers[4];
	for (int i = 0; i < 4; i++) thrd_create(&racers[i], racer, &racers[i]);
	for (int i = 0; i < 4; i++) thrd_join(racers[i], &r), printf("racer %d\n", r);
	for (int i = 0; i < MANY; i++)
		if (i != 951 && pthread_key_delete(keys[i])) printf("%d cannot be deleted\n", i);
	return 0;
}
