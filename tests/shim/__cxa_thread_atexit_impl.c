#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

extern int __cxa_thread_atexit_impl(void (*)(void *), void *, void *);
static void *dso;
static pthread_key_t key;

static void say(void *p)
{
	printf("destroy %s\n", (char *)p);
}

static void late(void *p)
{
	say(p);
	__cxa_thread_atexit_impl(say, "registered late", &dso);
}

static void of_key(void *p)
{
	printf("key %s\n", (char *)p);
}

static void *thread(void *name)
{
	__cxa_thread_atexit_impl(say, "one", &dso);
	pthread_setspecific(key, name);
	__cxa_thread_atexit_impl(late, "two", &dso);
	__cxa_thread_atexit_impl(say, name, &dso);
	return 0;
}

static void at_exit(void)
{
	puts("at exit");
}

int main(void)
{
	pthread_t t;
	char name[20];

	setvbuf(stdout, 0, _IONBF, 0);
	pthread_key_create(&key, of_key);
	for (int i = 0; i < 3; i++) {
		sprintf(name, "thread %d", i);
		pthread_create(&t, 0, thread, name);
		pthread_join(t, 0);
	}
	__cxa_thread_atexit_impl(say, "of main", &dso);
	__cxa_thread_atexit_impl(late, "of main, second", &dso);
	return 0;
}
