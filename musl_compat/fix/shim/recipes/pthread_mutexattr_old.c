/* recipe: pthread_mutexattr_old
 * symbols: pthread_mutexattr_getkind_np pthread_mutexattr_setkind_np pthread_mutexattr_getrobust_np
 *   pthread_mutexattr_setrobust_np pthread_mutex_consistent_np
 * kind: alias
 * glibc: GLIBC_2.2.5 GLIBC_2.4
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages pthread_mutexattr_setkind_np(3), pthread_mutexattr_setrobust(3)
 * scope: public
 */
#include <pthread.h>

int pthread_mutexattr_getkind_np(const pthread_mutexattr_t *attr, int *kind)
{
	return pthread_mutexattr_gettype(attr, kind);
}

int pthread_mutexattr_setkind_np(pthread_mutexattr_t *attr, int kind)
{
	return pthread_mutexattr_settype(attr, kind);
}

int pthread_mutexattr_getrobust_np(const pthread_mutexattr_t *attr, int *robust)
{
	return pthread_mutexattr_getrobust(attr, robust);
}

int pthread_mutexattr_setrobust_np(pthread_mutexattr_t *attr, int robust)
{
	return pthread_mutexattr_setrobust(attr, robust);
}

int pthread_mutex_consistent_np(pthread_mutex_t *mutex)
{
	return pthread_mutex_consistent(mutex);
}
