/* recipes: pthread_rwlock pthread_rwlockattr_kind */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int __pthread_rwlock_init(pthread_rwlock_t *, const pthread_rwlockattr_t *);
int __pthread_rwlock_rdlock(pthread_rwlock_t *);
int __pthread_rwlock_tryrdlock(pthread_rwlock_t *);
int __pthread_rwlock_wrlock(pthread_rwlock_t *);
int __pthread_rwlock_trywrlock(pthread_rwlock_t *);
int __pthread_rwlock_unlock(pthread_rwlock_t *);

static pthread_rwlock_t plain = PTHREAD_RWLOCK_INITIALIZER;
static pthread_rwlock_t writers = PTHREAD_RWLOCK_WRITER_NONRECURSIVE_INITIALIZER_NP;
static const struct timespec past = {1, 0}, bad = {1, 2000000000};
static char order[64];

static const char *says(int error)
{
	return error ? strerrorname_np(error) : "0";
}

static void *tries(void *p)
{
	printf("other: %s ", says(pthread_rwlock_trywrlock(p)));
	printf("%s ", says(pthread_rwlock_tryrdlock(p)));
	printf("%s ", says(pthread_rwlock_timedwrlock(p, &past)));
	printf("%s ", says(pthread_rwlock_timedrdlock(p, &past)));
	printf("%s ", says(pthread_rwlock_clockwrlock(p, CLOCK_MONOTONIC, &past)));
	printf("%s ", says(pthread_rwlock_clockrdlock(p, CLOCK_MONOTONIC, &past)));
	printf("%s\n", says(pthread_rwlock_clockrdlock(p, CLOCK_PROCESS_CPUTIME_ID, &past)));
	return 0;
}

static void owner(pthread_rwlock_t *l)
{
	pthread_t t;
	printf("write %s: ", says(pthread_rwlock_wrlock(l)));
	printf("%s ", says(pthread_rwlock_wrlock(l)));
	printf("%s ", says(pthread_rwlock_rdlock(l)));
	printf("%s ", says(pthread_rwlock_trywrlock(l)));
	printf("%s ", says(pthread_rwlock_tryrdlock(l)));
	printf("%s ", says(pthread_rwlock_timedwrlock(l, &past)));
	printf("%s ", says(pthread_rwlock_timedrdlock(l, &past)));
	printf("%s ", says(pthread_rwlock_clockwrlock(l, CLOCK_MONOTONIC, &past)));
	printf("%s\n", says(pthread_rwlock_clockrdlock(l, CLOCK_MONOTONIC, &past)));
	pthread_create(&t, 0, tries, l);
	pthread_join(t, 0);
	printf("unlock %s\n", says(pthread_rwlock_unlock(l)));
	printf("try %s %s ", says(pthread_rwlock_trywrlock(l)), says(pthread_rwlock_wrlock(l)));
	printf("unlock %s\n", says(pthread_rwlock_unlock(l)));
	printf("read %s %s ", says(pthread_rwlock_rdlock(l)), says(pthread_rwlock_rdlock(l)));
	printf("%s ", says(pthread_rwlock_trywrlock(l)));
	printf("%s ", says(pthread_rwlock_timedwrlock(l, &past)));
	printf("unlock %s", says(pthread_rwlock_unlock(l)));
	printf(" %s\n", says(pthread_rwlock_unlock(l)));
	printf("timed %s ", says(pthread_rwlock_timedwrlock(l, &past)));
	printf("%s ", says(pthread_rwlock_timedwrlock(l, &past)));
	printf("unlock %s\n", says(pthread_rwlock_unlock(l)));
}

static void *writer(void *l)
{
	if (pthread_rwlock_wrlock(l)) puts("the writer is refused");
	strcat(order, "writer ");
	pthread_rwlock_unlock(l);
	return 0;
}

static void *reader(void *l)
{
	if (pthread_rwlock_rdlock(l)) puts("the reader is refused");
	strcat(order, "reader ");
	pthread_rwlock_unlock(l);
	return 0;
}

/* While a reader has the lock and a writer waits, no other reader gets it. */
static void preference(pthread_rwlock_t *l)
{
	pthread_t w, r;
	order[0] = 0;
	pthread_rwlock_rdlock(l);
	pthread_create(&w, 0, writer, l);
	while (pthread_rwlock_tryrdlock(l) == 0) {
		pthread_rwlock_unlock(l);
		sched_yield();
	}
	printf("a writer waits: %s ", says(pthread_rwlock_tryrdlock(l)));
	printf("%s ", says(pthread_rwlock_timedrdlock(l, &past)));
	printf("%s ", says(pthread_rwlock_clockrdlock(l, CLOCK_MONOTONIC, &past)));
	pthread_create(&r, 0, reader, l);
	pthread_rwlock_unlock(l);
	pthread_join(w, 0);
	pthread_join(r, 0);
	printf("%s", order);
	printf("%s\n", says(pthread_rwlock_tryrdlock(l)));
	pthread_rwlock_unlock(l);
}

static long value;
static void *hammer(void *l)
{
	for (int i = 0; i < 3000; i++) {
		if (i % 3) {
			pthread_rwlock_rdlock(l);
		} else {
			pthread_rwlock_wrlock(l);
			value++;
		}
		pthread_rwlock_unlock(l);
	}
	return 0;
}

static void many(pthread_rwlock_t *l)
{
	pthread_t t[4];
	value = 0;
	for (int i = 0; i < 4; i++) pthread_create(&t[i], 0, hammer, l);
	for (int i = 0; i < 4; i++) pthread_join(t[i], 0);
	printf("%ld\n", value);
}

int main(void)
{
	pthread_rwlock_t made, *shared = mmap(0, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	pthread_rwlockattr_t a;
	int kind, status;

	alarm(50);
	owner(&plain);
	owner(&writers);
	preference(&writers);
	pthread_rwlockattr_init(&a);
	for (int i = -1; i < 4; i++) {
		printf("kind %d: %s ", i, says(pthread_rwlockattr_setkind_np(&a, i)));
		pthread_rwlockattr_getkind_np(&a, &kind);
		printf("%d\n", kind);
		memset(&made, 0x55, sizeof made);
		printf("init %s\n", says(pthread_rwlock_init(&made, &a)));
		owner(&made);
		if (kind == 2) preference(&made);
		many(&made);
		printf("destroy %s\n", says(pthread_rwlock_destroy(&made)));
	}
	printf("init %s\n", says(pthread_rwlock_init(&made, 0)));
	owner(&made);

	/* The writer of another process is another one, though that was forked from this. */
	pthread_rwlockattr_setpshared(&a, PTHREAD_PROCESS_SHARED);
	pthread_rwlock_init(shared, &a);
	owner(shared);
	preference(shared);
	pthread_rwlock_wrlock(shared);
	fflush(stdout);
	if (!fork()) {
		printf("child: %s ", says(pthread_rwlock_timedwrlock(shared, &past)));
		printf("%s\n", says(pthread_rwlock_timedrdlock(shared, &past)));
		fflush(stdout);
		_exit(0);
	}
	wait(&status);
	printf("parent: %s ", says(pthread_rwlock_wrlock(shared)));
	pthread_rwlock_unlock(shared);
	printf("%s\n", says(pthread_rwlock_tryrdlock(shared)));

	printf("%s ", says(__pthread_rwlock_init(&made, 0)));
	printf("%s ", says(__pthread_rwlock_wrlock(&made)));
	printf("%s ", says(__pthread_rwlock_wrlock(&made)));
	printf("%s ", says(__pthread_rwlock_rdlock(&made)));
	printf("%s ", says(__pthread_rwlock_unlock(&made)));
	printf("%s ", says(__pthread_rwlock_tryrdlock(&made)));
	printf("%s\n", says(__pthread_rwlock_trywrlock(&made)));
	return 0;
}
