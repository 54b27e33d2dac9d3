/* recipe: pthread_mutexattr_prioceiling
 * symbols: pthread_mutexattr_getprioceiling pthread_mutexattr_setprioceiling
 * kind: implementation
 * glibc: GLIBC_2.4 GLIBC_2.34
 * arch: any
 * needs: -
 * fidelity: degraded
 * differs: the ceiling is checked but not kept: musl has no priority-protected mutexes, and says so when the
 *   protocol is set
 * spec: POSIX.1-2024 pthread_mutexattr_getprioceiling()
 * scope: public
 */
#include <errno.h>
#include <pthread.h>
#include <sched.h>

int pthread_mutexattr_getprioceiling(const pthread_mutexattr_t *restrict attr, int *restrict ceiling)
{
	(void)attr;
	*ceiling = sched_get_priority_min(SCHED_FIFO);
	return 0;
}

int pthread_mutexattr_setprioceiling(pthread_mutexattr_t *attr, int ceiling)
{
	(void)attr;
	int least = sched_get_priority_min(SCHED_FIFO), most = sched_get_priority_max(SCHED_FIFO);
	return ceiling < least || ceiling > most ? EINVAL : 0;
}
