/* recipe: pthread_mutex
 * symbols: pthread_mutex_lock pthread_mutex_trylock pthread_mutex_timedlock pthread_mutex_unlock pthread_mutex_destroy
 *   pthread_mutexattr_settype
 * kind: wrapper
 * glibc: GLIBC_2.2.5 GLIBC_2.34
 * arch: x86_64 aarch64 riscv64 powerpc64le s390x loongarch64
 * needs: -
 * fidelity: equivalent
 * differs: PTHREAD_MUTEX_ADAPTIVE_NP is a normal mutex
 * spec: glibc manual, "POSIX Threads"; <pthread.h> of glibc: PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP and its kin set the fifth
 *   int
 * scope: private
 */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <stdint.h>
#include <time.h>

enum { GLIBC_RECURSIVE = 1, GLIBC_ERRORCHECK, GLIBC_ADAPTIVE };

/* glibc's static initialiser is all 0 but for the kind in the fifth int. musl's kind is the first int, and on 64-bit machines
 * it does not use the fifth: a mark there is a static initialiser not yet seen. The kind moves to where musl looks, once; the
 * mark is cleared last, and who comes meanwhile waits for that. */
static void convert(pthread_mutex_t *m)
{
	int *word = (int *)m, *mark = &word[4];
	int kind = __atomic_load_n(mark, __ATOMIC_ACQUIRE);

	if (kind < GLIBC_RECURSIVE || kind > GLIBC_ADAPTIVE)
		return;
	if (__atomic_compare_exchange_n(mark, &kind, -kind, 0, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE)) {
		__atomic_store_n(&word[0], kind == GLIBC_ADAPTIVE ? 0 : kind, __ATOMIC_RELEASE);
		__atomic_store_n(mark, 0, __ATOMIC_RELEASE);
	}
}

static pthread_mutex_t *ready(pthread_mutex_t *m)
{
	int *word = (int *)m, mark = __atomic_load_n(&word[4], __ATOMIC_ACQUIRE);

	if (__builtin_expect(mark != 0, 0)) {
		convert(m);
		while ((mark = __atomic_load_n(&word[4], __ATOMIC_ACQUIRE)) < 0 && mark >= -GLIBC_ADAPTIVE)
			;
	}
	return m;
}

int __mc_pthread_mutex_lock(pthread_mutex_t *m)
{
	return pthread_mutex_lock(ready(m));
}

int __mc_pthread_mutex_trylock(pthread_mutex_t *m)
{
	return pthread_mutex_trylock(ready(m));
}

int __mc_pthread_mutex_timedlock(pthread_mutex_t *m, const struct timespec *until)
{
	return pthread_mutex_timedlock(ready(m), until);
}

int __mc_pthread_mutex_unlock(pthread_mutex_t *m)
{
	return pthread_mutex_unlock(ready(m));
}

int __mc_pthread_mutex_destroy(pthread_mutex_t *m)
{
	return pthread_mutex_destroy(ready(m));
}

int __mc_pthread_mutexattr_settype(pthread_mutexattr_t *attr, int type)
{
	return pthread_mutexattr_settype(attr, type == GLIBC_ADAPTIVE ? PTHREAD_MUTEX_NORMAL : type);
}
