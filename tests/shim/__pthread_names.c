#include "shimtest.h"
#include <pthread.h>

extern int __pthread_setspecific(pthread_key_t key, const void *value);
extern int __pthread_key_create(pthread_key_t *key, void (*destructor)(void *));
extern int __pthread_once(pthread_once_t *once, void (*run)(void));
extern int __pthread_mutex_init(pthread_mutex_t *m, const pthread_mutexattr_t *attr);
extern int __pthread_mutex_destroy(pthread_mutex_t *m);
extern int __pthread_mutex_lock(pthread_mutex_t *m);
extern int __pthread_mutex_unlock(pthread_mutex_t *m);
extern int __pthread_mutex_trylock(pthread_mutex_t *m);
extern int __pthread_mutexattr_init(pthread_mutexattr_t *attr);
extern int __pthread_mutexattr_destroy(pthread_mutexattr_t *attr);
extern int __pthread_mutexattr_settype(pthread_mutexattr_t *attr, int type);
extern int __pthread_rwlock_init(pthread_rwlock_t *l, const pthread_rwlockattr_t *attr);
extern int __pthread_rwlock_destroy(pthread_rwlock_t *l);
extern int __pthread_rwlock_rdlock(pthread_rwlock_t *l);
extern int __pthread_rwlock_wrlock(pthread_rwlock_t *l);
extern int __pthread_rwlock_tryrdlock(pthread_rwlock_t *l);
extern int __pthread_rwlock_trywrlock(pthread_rwlock_t *l);
extern int __pthread_rwlock_unlock(pthread_rwlock_t *l);
extern void *__pthread_getspecific(pthread_key_t key);

static int runs;

static void run(void)
{
	runs++;
}

int main(void)
{
	pthread_key_t key;
	pthread_mutex_t m;
	pthread_mutexattr_t a;
	pthread_rwlock_t l;
	pthread_once_t once = PTHREAD_ONCE_INIT;
	printf("%d ", VIA(__pthread_key_create)(&key, NULL));
	printf("%d ", VIA(__pthread_setspecific)(key, &m));
	printf("%d\n", VIA(__pthread_getspecific)(key) == &m);
	VIA(__pthread_once)(&once, run);
	VIA(__pthread_once)(&once, run);
	printf("%d\n", runs);
	printf("%d ", VIA(__pthread_mutexattr_init)(&a));
	printf("%d\n", VIA(__pthread_mutexattr_settype)(&a, PTHREAD_MUTEX_RECURSIVE));
	printf("%d ", VIA(__pthread_mutex_init)(&m, &a));
	printf("%d ", VIA(__pthread_mutex_lock)(&m));
	printf("%d ", VIA(__pthread_mutex_trylock)(&m));
	printf("%d %d ", VIA(__pthread_mutex_unlock)(&m), VIA(__pthread_mutex_unlock)(&m));
	printf("%d %d\n", VIA(__pthread_mutex_destroy)(&m), VIA(__pthread_mutexattr_destroy)(&a));
	printf("%d ", VIA(__pthread_rwlock_init)(&l, NULL));
	printf("%d ", VIA(__pthread_rwlock_rdlock)(&l));
	printf("%d ", VIA(__pthread_rwlock_tryrdlock)(&l));
	printf("%d ", VIA(__pthread_rwlock_trywrlock)(&l));
	printf("%d %d ", VIA(__pthread_rwlock_unlock)(&l), VIA(__pthread_rwlock_unlock)(&l));
	printf("%d ", VIA(__pthread_rwlock_wrlock)(&l));
	printf("%d %d\n", VIA(__pthread_rwlock_unlock)(&l), VIA(__pthread_rwlock_destroy)(&l));
	return 0;
}
