#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
int main(void)
{
	printf("%d\n", pthread_getconcurrency());
	printf("%d %d\n", pthread_setconcurrency(4), pthread_getconcurrency());
	printf("%d\n", pthread_getconcurrency());
	printf("%d ", pthread_setconcurrency(-1) == EINVAL);
	printf("%d\n", pthread_getconcurrency());
	printf("%d ", pthread_setconcurrency(0));
	printf("%d\n", pthread_getconcurrency());
	return 0;
}
