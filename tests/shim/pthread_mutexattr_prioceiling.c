#include "shimtest.h"
#include <pthread.h>

int main(void)
{
	pthread_mutexattr_t a;
	int ceiling = -1;
	pthread_mutexattr_init(&a);
	printf("%d ", VIA(pthread_mutexattr_getprioceiling)(&a, &ceiling));
	printf("%d\n", ceiling);
	printf("%d %d\n", VIA(pthread_mutexattr_setprioceiling)(&a, 5), VIA(pthread_mutexattr_setprioceiling)(&a, 1000));
	return 0;
}
