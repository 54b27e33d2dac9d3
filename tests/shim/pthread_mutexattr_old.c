#include "shimtest.h"
#include <pthread.h>

__asm__(".symver getkind, pthread_mutexattr_getkind_np@GLIBC_2.2.5");
__asm__(".symver setkind, pthread_mutexattr_setkind_np@GLIBC_2.2.5");
__asm__(".symver getrobust, pthread_mutexattr_getrobust_np@GLIBC_2.4");
__asm__(".symver setrobust, pthread_mutexattr_setrobust_np@GLIBC_2.4");
__asm__(".symver consistent, pthread_mutex_consistent_np@GLIBC_2.4");
extern int getkind(const pthread_mutexattr_t *, int *), setkind(pthread_mutexattr_t *, int);
extern int getrobust(const pthread_mutexattr_t *, int *), setrobust(pthread_mutexattr_t *, int), consistent(pthread_mutex_t *);

int main(void)
{
	pthread_mutexattr_t a;
	pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
	int value = -1;
	pthread_mutexattr_init(&a);
	printf("%d ", VIA(setkind)(&a, PTHREAD_MUTEX_RECURSIVE));
	printf("%d ", VIA(getkind)(&a, &value));
	printf("%d\n", value);
	printf("%d ", VIA(setrobust)(&a, 1));
	printf("%d ", VIA(getrobust)(&a, &value));
	printf("%d\n", value);
	printf("%d\n", VIA(consistent)(&m));
	return 0;
}
