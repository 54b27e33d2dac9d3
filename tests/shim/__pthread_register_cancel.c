#include "shimtest.h"
#include <pthread.h>

/* This file is C without -fexceptions: pthread_cleanup_push calls the functions under test. */
static void note(void *s)
{
	printf("%s\n", (const char *)s);
}

static void *cancelled(void *pipe_end)
{
	char c;
	pthread_cleanup_push(note, "outer");
	pthread_cleanup_push(note, "inner");
	if (read(*(int *)pipe_end, &c, 1) < 0) puts("read");
	pthread_cleanup_pop(0);
	pthread_cleanup_pop(0);
	return NULL;
}

static void *exits(void *arg)
{
	pthread_cleanup_push(note, "first");
	pthread_cleanup_push(note, "popped and run");
	pthread_cleanup_pop(1);
	pthread_cleanup_push(note, "second");
	pthread_exit(arg);
	pthread_cleanup_pop(0);
	pthread_cleanup_pop(0);
}

int main(void)
{
	pthread_t t;
	void *result = NULL;
	int p[2];
	if (pipe(p)) return 1;
	pthread_create(&t, NULL, cancelled, &p[0]);
	pthread_cancel(t);
	pthread_join(t, &result);
	printf("%d\n", result == PTHREAD_CANCELED);
	pthread_create(&t, NULL, exits, &p);
	pthread_join(t, &result);
	printf("%d\n", result == &p);
	return 0;
}
