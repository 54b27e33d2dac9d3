#include "shimtest.h"
#include <pthread.h>

int main(void)
{
	pthread_rwlockattr_t a;
	pthread_rwlock_t l;
	int kind = -1;
	pthread_rwlockattr_init(&a);
	printf("%d ", VIA(pthread_rwlockattr_getkind_np)(&a, &kind));
	printf("%d\n", kind);
	printf("%d %d\n", VIA(pthread_rwlockattr_setkind_np)(&a, 2), VIA(pthread_rwlockattr_setkind_np)(&a, 7));
	VIA(pthread_rwlockattr_getkind_np)(&a, &kind);
	printf("%d\n", kind);
	printf("%d\n", pthread_rwlock_init(&l, &a));
	printf("%d\n", pthread_rwlock_wrlock(&l));
	printf("%d\n", pthread_rwlock_unlock(&l));
	return 0;
}
