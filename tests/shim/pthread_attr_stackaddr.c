#include "shimtest.h"
#include <pthread.h>

static char stack[1 << 17] __attribute__((aligned(4096)));

int main(void)
{
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
	pthread_attr_t a;
	void *end = NULL;
	pthread_attr_init(&a);
	pthread_attr_setstacksize(&a, sizeof stack);
	printf("%d ", VIA(pthread_attr_setstackaddr)(&a, stack + sizeof stack));
	printf("%d ", VIA(pthread_attr_getstackaddr)(&a, &end));
	printf("%d\n", end == stack + sizeof stack);
	return 0;
}
