/* recipe: pthread_yield
 * symbols: pthread_yield pthread_kill_other_threads_np
 * kind: alias
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: pthread_kill_other_threads_np does nothing, as in glibc: exec ends the other threads
 * spec: Linux man-pages pthread_yield(3), pthread_kill_other_threads_np(3)
 * scope: public
 */
#include <sched.h>

int pthread_yield(void)
{
	return sched_yield();
}

void pthread_kill_other_threads_np(void)
{
}
