#include "shimtest.h"
#include <pthread.h>

extern char __libc_single_threaded;

static void *look(void *arg)
{
	return __libc_single_threaded ? arg : NULL;
}

int main(void)
{
	pthread_t t;
	void *seen = &t;
	pthread_create(&t, NULL, look, &t);
	pthread_join(t, &seen);
	printf("%d\n", seen == NULL);
	return 0;
}
