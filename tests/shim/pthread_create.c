#define _GNU_SOURCE
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <threads.h>

static size_t wanted(void)
{
	struct rlimit r;
	getrlimit(RLIMIT_STACK, &r);
	return r.rlim_cur == RLIM_INFINITY ? 2 << 20 : r.rlim_cur;
}

/* 1 MiB: as much as glibc gives, and eight times what musl does. */
static void *deep(void *p)
{
	volatile char block[1 << 20];
	memset((char *)block, 1, sizeof block);
	return block[4096] == 1 ? p : 0;
}

static int deep_c11(void *p)
{
	return deep(p) ? 42 : 0;
}

int main(void)
{
	pthread_t t;
	thrd_t c;
	pthread_attr_t a;
	size_t size;
	void *got;
	int result;

	printf("%d\n", pthread_attr_init(&a));
	pthread_attr_getstacksize(&a, &size);
	printf("initial %d\n", size == wanted());
	printf("null %d\n", pthread_create(&t, 0, deep, &a));
	pthread_join(t, &got);
	printf("%d\n", got == &a);
	printf("attr %d\n", pthread_create(&t, &a, deep, &a));
	pthread_join(t, &got);
	printf("%d\n", got == &a);
	printf("c11 %d\n", thrd_create(&c, deep_c11, &a));
	thrd_join(c, &result);
	printf("%d\n", result);
	pthread_getattr_default_np(&a);
	pthread_attr_getstacksize(&a, &size);
	printf("default %d\n", size == wanted());
	pthread_attr_setstacksize(&a, 3 << 20);
	printf("set %d\n", pthread_setattr_default_np(&a));
	pthread_getattr_default_np(&a);
	pthread_attr_getstacksize(&a, &size);
	printf("%zu\n", size);
	pthread_create(&t, 0, deep, &a);
	pthread_join(t, &got);
	printf("%d\n", got == &a);
}
