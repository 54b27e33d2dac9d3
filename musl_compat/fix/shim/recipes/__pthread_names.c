/* recipe: __pthread_names
 * symbols: __pthread_getspecific __pthread_setspecific __pthread_mutex_init __pthread_mutex_destroy
 *   __pthread_mutexattr_init __pthread_mutexattr_destroy __pthread_mutexattr_settype
 *   __pthread_rwlock_init __pthread_rwlock_destroy __pthread_rwlock_rdlock __pthread_rwlock_wrlock
 *   __pthread_rwlock_tryrdlock __pthread_rwlock_trywrlock __pthread_rwlock_unlock __pthread_mutex_lock
 *   __pthread_mutex_unlock __pthread_mutex_trylock __pthread_once __pthread_key_create
 * kind: alias
 * glibc: GLIBC_2.2.5 GLIBC_2.34
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: POSIX.1-2024, the functions without the leading underscores; glibc uses these names for weak
 *   references
 * scope: public
 */
#include <pthread.h>

int __pthread_setspecific(pthread_key_t key, const void *value)
{
	return pthread_setspecific(key, value);
}

int __pthread_key_create(pthread_key_t *key, void (*destructor)(void *))
{
	return pthread_key_create(key, destructor);
}

int __pthread_once(pthread_once_t *once, void (*run)(void))
{
	return pthread_once(once, run);
}

int __pthread_mutex_init(pthread_mutex_t *restrict m, const pthread_mutexattr_t *restrict attr)
{
	return pthread_mutex_init(m, attr);
}

int __pthread_mutex_destroy(pthread_mutex_t *m)
{
	return pthread_mutex_destroy(m);
}

int __pthread_mutex_lock(pthread_mutex_t *m)
{
	return pthread_mutex_lock(m);
}

int __pthread_mutex_unlock(pthread_mutex_t *m)
{
	return pthread_mutex_unlock(m);
}

int __pthread_mutex_trylock(pthread_mutex_t *m)
{
	return pthread_mutex_trylock(m);
}

int __pthread_mutexattr_init(pthread_mutexattr_t *attr)
{
	return pthread_mutexattr_init(attr);
}

int __pthread_mutexattr_destroy(pthread_mutexattr_t *attr)
{
	return pthread_mutexattr_destroy(attr);
}

int __pthread_mutexattr_settype(pthread_mutexattr_t *attr, int type)
{
	return pthread_mutexattr_settype(attr, type);
}

int __pthread_rwlock_init(pthread_rwlock_t *restrict l, const pthread_rwlockattr_t *restrict attr)
{
	return pthread_rwlock_init(l, attr);
}

int __pthread_rwlock_destroy(pthread_rwlock_t *l)
{
	return pthread_rwlock_destroy(l);
}

int __pthread_rwlock_rdlock(pthread_rwlock_t *l)
{
	return pthread_rwlock_rdlock(l);
}

int __pthread_rwlock_wrlock(pthread_rwlock_t *l)
{
	return pthread_rwlock_wrlock(l);
}

int __pthread_rwlock_tryrdlock(pthread_rwlock_t *l)
{
	return pthread_rwlock_tryrdlock(l);
}

int __pthread_rwlock_trywrlock(pthread_rwlock_t *l)
{
	return pthread_rwlock_trywrlock(l);
}

int __pthread_rwlock_unlock(pthread_rwlock_t *l)
{
	return pthread_rwlock_unlock(l);
}

void *__pthread_getspecific(pthread_key_t key)
{
	return pthread_getspecific(key);
}
