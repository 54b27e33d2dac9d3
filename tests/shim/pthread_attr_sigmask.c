#include "shimtest.h"
#include <pthread.h>

int main(void)
{
	pthread_attr_t a;
	sigset_t s;
	pthread_attr_init(&a);
	printf("%d\n", VIA(pthread_attr_getsigmask_np)(&a, &s));
	return 0;
}
