/* recipe: pthread_attr_sigmask
 * symbols: pthread_attr_setsigmask_np pthread_attr_getsigmask_np
 * kind: stub
 * glibc: GLIBC_2.32
 * arch: any
 * needs: -
 * fidelity: degraded
 * differs: the mask is not applied to new threads: set refuses with ENOTSUP, get says that none is set (-1)
 * spec: glibc manual "Setting Process-wide defaults for thread attributes"; pthread_attr_setsigmask_np
 * scope: public
 */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <signal.h>

int pthread_attr_setsigmask_np(pthread_attr_t *attr, const sigset_t *mask)
{
	(void)attr;
	return mask ? ENOTSUP : 0;
}

int pthread_attr_getsigmask_np(const pthread_attr_t *attr, sigset_t *mask)
{
	(void)attr;
	sigemptyset(mask);
	return -1;
}
