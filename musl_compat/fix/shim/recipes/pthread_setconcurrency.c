/* recipe: pthread_setconcurrency
 * symbols: pthread_setconcurrency pthread_getconcurrency
 * kind: implementation
 * glibc: GLIBC_2.2.5 GLIBC_2.34
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: POSIX.1-2017 pthread_setconcurrency(): a hint; musl refuses any
 * scope: private
 */
#define _GNU_SOURCE
#include <errno.h>

static int hint;

int __mc_pthread_setconcurrency(int level)
{
	if (level < 0)
		return EINVAL;
	__atomic_store_n(&hint, level, __ATOMIC_RELAXED);
	return 0;
}

int __mc_pthread_getconcurrency(void)
{
	return __atomic_load_n(&hint, __ATOMIC_RELAXED);
}
