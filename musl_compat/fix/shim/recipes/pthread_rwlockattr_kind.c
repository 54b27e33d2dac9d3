/* recipe: pthread_rwlockattr_kind
 * symbols: pthread_rwlockattr_setkind_np pthread_rwlockattr_getkind_np
 * kind: implementation
 * glibc: GLIBC_2.2.5 GLIBC_2.34
 * arch: any
 * needs: -
 * fidelity: degraded
 * differs: the kind is kept and read back; musl's read-write locks prefer readers whatever it says, unless the file is patched
 *   to use the overrides of recipe pthread_rwlock
 * spec: Linux man-pages pthread_rwlockattr_setkind_np(3)
 * scope: public
 */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>

/* musl's attribute has two words and uses the first (pshared): the kind goes into the second. */
int pthread_rwlockattr_setkind_np(pthread_rwlockattr_t *attr, int kind)
{
	if (kind < 0 || kind > 2) return EINVAL;
	((unsigned *)attr)[1] = (unsigned)kind;
	return 0;
}

int pthread_rwlockattr_getkind_np(const pthread_rwlockattr_t *attr, int *kind)
{
	*kind = (int)((const unsigned *)attr)[1];
	return 0;
}
