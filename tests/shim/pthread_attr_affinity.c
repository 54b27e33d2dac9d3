#include "shimtest.h"
#include <pthread.h>
#include <sched.h>

int main(void)
{
	pthread_attr_t a;
	cpu_set_t set, got;
	pthread_attr_init(&a);
	printf("%d ", VIA(pthread_attr_getaffinity_np)(&a, sizeof got, &got));
	printf("%d\n", CPU_COUNT(&got));
	CPU_ZERO(&set);
	CPU_SET(0, &set);
	printf("%d\n", VIA(pthread_attr_setaffinity_np)(&a, sizeof set, &set));
	printf("%d ", VIA(pthread_attr_getaffinity_np)(&a, sizeof got, &got));
	printf("%d\n", CPU_EQUAL(&set, &got));
	printf("%d\n", VIA(pthread_attr_setaffinity_np)(&a, 0, NULL));
	printf("%d ", VIA(pthread_attr_getaffinity_np)(&a, sizeof got, &got));
	printf("%d\n", CPU_COUNT(&got));
	return 0;
}
