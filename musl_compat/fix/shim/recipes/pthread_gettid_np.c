/* recipe: pthread_gettid_np
 * symbols: pthread_gettid_np
 * kind: implementation
 * glibc: GLIBC_2.42
 * arch: any
 * needs: -
 * fidelity: degraded
 * differs: knows the calling thread only; another thread gives -1
 * spec: glibc 2.42 release notes, pthread_gettid_np
 * scope: public
 */
#include <pthread.h>
#include <sys/syscall.h>
#include <unistd.h>

pid_t pthread_gettid_np(pthread_t thread)
{
	return pthread_equal(thread, pthread_self()) ? (pid_t)syscall(SYS_gettid) : -1;
}
