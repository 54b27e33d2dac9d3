#define _GNU_SOURCE
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
static void look(const char *who)
{
	pthread_attr_t a;
	char *low, here;
	size_t size;
	struct rlimit r;
	getrlimit(RLIMIT_STACK, &r);
	printf("%s %d", who, pthread_getattr_np(pthread_self(), &a));
	pthread_attr_getstack(&a, (void **)&low, &size);
	printf(" inside %d limit %d\n", &here >= low && &here < low + size, r.rlim_cur == RLIM_INFINITY || size > r.rlim_cur / 8 * 7);
}
static void *thread(void *p)
{
	pthread_attr_t a;
	char *low, here;
	size_t size;
	pthread_getattr_np(pthread_self(), &a);
	pthread_attr_getstack(&a, (void **)&low, &size);
	printf("thread inside %d about %d\n", &here >= low && &here < low + size, size > 250000 && size < 350000);
	return p;
}
int main(void)
{
	pthread_t t;
	pthread_attr_t a;
	look("main");
	pthread_attr_init(&a);
	pthread_attr_setstacksize(&a, 300000);
	pthread_create(&t, &a, thread, 0);
	pthread_join(t, 0);
}
