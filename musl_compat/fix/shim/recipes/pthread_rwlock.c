/* recipe: pthread_rwlock
 * symbols: pthread_rwlock_init pthread_rwlock_rdlock pthread_rwlock_tryrdlock pthread_rwlock_timedrdlock
 *   pthread_rwlock_clockrdlock pthread_rwlock_wrlock pthread_rwlock_trywrlock pthread_rwlock_timedwrlock
 *   pthread_rwlock_clockwrlock pthread_rwlock_unlock __pthread_rwlock_init __pthread_rwlock_rdlock
 *   __pthread_rwlock_tryrdlock __pthread_rwlock_wrlock __pthread_rwlock_trywrlock __pthread_rwlock_unlock
 * kind: wrapper
 * glibc: GLIBC_2.2.5 GLIBC_2.30 GLIBC_2.34
 * arch: x86_64 aarch64 riscv64 powerpc64le s390x loongarch64
 * needs: pthread_clock
 * fidelity: equivalent
 * differs: where writers are preferred, a reader that waited for the lock itself may still come before the next writer
 * spec: POSIX.1-2024 pthread_rwlock_wrlock(): EDEADLK; Linux man-pages pthread_rwlockattr_setkind_np(3); <pthread.h> of glibc:
 *   PTHREAD_RWLOCK_WRITER_NONRECURSIVE_INITIALIZER_NP sets the 13th int
 * scope: private
 */
#define _GNU_SOURCE
#include "include/mc_clock.h"
#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { PREFER_WRITER_NONRECURSIVE = 2 };
enum { FUTEX_WAKE = 1, FUTEX_WAIT_BITSET = 9, FUTEX_PRIVATE = 128, FUTEX_REALTIME = 256 }; /* of the kernel */

/* glibc and musl both give a lock 56 bytes on 64-bit machines. musl uses the first three ints; the kind is where glibc's static
 * initialiser has it, the rest is ours. */
struct lock {
	int word, waiters, shared; /* musl's */
	int writers;               /* how many wait, where writers are preferred */
	int pad[2];
	uintptr_t owner; /* the writer, while there is one */
	int pad_before_kind[4];
	int kind;
};
_Static_assert(sizeof(struct lock) <= sizeof(pthread_rwlock_t), "musl's lock has room for ours");
_Static_assert(offsetof(struct lock, kind) == 48, "the kind is where glibc's headers put it");

static struct lock *of(pthread_rwlock_t *l)
{
	return (struct lock *)(void *)l;
}

/* The descriptor of a thread tells it from the others of its process, not from those of a process that was forked. */
static uintptr_t self(const struct lock *lock)
{
	return lock->shared ? (uintptr_t)syscall(SYS_gettid) : (uintptr_t)pthread_self();
}

/* Is the calling thread the writer? A lock that is free, or that readers have, may still name who wrote last, if an object built
 * for musl unlocked it. */
static int is_mine(struct lock *lock)
{
	enum { WRITTEN = 0x7fffffff };
	uintptr_t owner = __atomic_load_n(&lock->owner, __ATOMIC_RELAXED);

	return owner && (__atomic_load_n(&lock->word, __ATOMIC_RELAXED) & WRITTEN) == WRITTEN && owner == self(lock);
}

static int written(struct lock *lock, int error)
{
	if (!error)
		__atomic_store_n(&lock->owner, self(lock), __ATOMIC_RELAXED);
	return error;
}

/* Lets a reader wait while writers do. ``until`` may be null. */
static int after_writers(struct lock *lock, clockid_t clock, const struct timespec *until)
{
	int operation = FUTEX_WAIT_BITSET | (clock == CLOCK_REALTIME ? FUTEX_REALTIME : 0), waiting;

	if (lock->kind != PREFER_WRITER_NONRECURSIVE)
		return 0;
	if (!lock->shared)
		operation |= FUTEX_PRIVATE;
	while ((waiting = __atomic_load_n(&lock->writers, __ATOMIC_ACQUIRE)))
		if (syscall(SYS_futex, &lock->writers, operation, waiting, until, 0, -1)
			&& errno != EAGAIN && errno != EINTR)
			return errno;
	return 0;
}

static int read_lock(pthread_rwlock_t *l, clockid_t clock, const struct timespec *until)
{
	int saved = errno, error;

	if (is_mine(of(l)))
		return EDEADLK;
	if (clock != CLOCK_REALTIME && clock != CLOCK_MONOTONIC)
		return EINVAL;
	error = after_writers(of(l), clock, until);
	errno = saved;
	if (error)
		return error;
	return until ? mc_pthread_rwlock_clockrdlock(l, clock, until) : pthread_rwlock_rdlock(l);
}

/* Readers that wait for the last of the waiting writers go on to wait for the lock. */
static void no_longer_waits(struct lock *lock)
{
	int saved = errno;

	if (!__atomic_sub_fetch(&lock->writers, 1, __ATOMIC_ACQ_REL))
		syscall(SYS_futex, &lock->writers, FUTEX_WAKE | (lock->shared ? 0 : FUTEX_PRIVATE), INT_MAX);
	errno = saved;
}

static int write_lock(pthread_rwlock_t *l, clockid_t clock, const struct timespec *until)
{
	struct lock *lock = of(l);
	int preferred, error;

	if (is_mine(lock))
		return EDEADLK;
	preferred = lock->kind == PREFER_WRITER_NONRECURSIVE;
	if (preferred) {
		if (!pthread_rwlock_trywrlock(l))
			return written(lock, 0);
		__atomic_add_fetch(&lock->writers, 1, __ATOMIC_ACQ_REL);
	}
	error = until ? mc_pthread_rwlock_clockwrlock(l, clock, until) : pthread_rwlock_wrlock(l);
	if (preferred)
		no_longer_waits(lock);
	return written(lock, error);
}

int __mc_pthread_rwlock_init(pthread_rwlock_t *restrict l, const pthread_rwlockattr_t *restrict attr)
{
	int error = pthread_rwlock_init(l, attr);

	if (!error && attr) /* musl's attribute has two words and uses the first; pthread_rwlockattr_setkind_np the second */
		of(l)->kind = ((const int *)attr)[1];
	return error;
}

int __mc_pthread_rwlock_rdlock(pthread_rwlock_t *l)
{
	return read_lock(l, CLOCK_REALTIME, 0);
}

int __mc_pthread_rwlock_tryrdlock(pthread_rwlock_t *l)
{
	if (of(l)->kind == PREFER_WRITER_NONRECURSIVE && __atomic_load_n(&of(l)->writers, __ATOMIC_ACQUIRE))
		return EBUSY;
	return pthread_rwlock_tryrdlock(l);
}

int __mc_pthread_rwlock_timedrdlock(pthread_rwlock_t *restrict l, const struct timespec *restrict until)
{
	return read_lock(l, CLOCK_REALTIME, until);
}

int __mc_pthread_rwlock_clockrdlock(
	pthread_rwlock_t *restrict l, clockid_t clock, const struct timespec *restrict until)
{
	return read_lock(l, clock, until);
}

int __mc_pthread_rwlock_wrlock(pthread_rwlock_t *l)
{
	return write_lock(l, CLOCK_REALTIME, 0);
}

int __mc_pthread_rwlock_trywrlock(pthread_rwlock_t *l)
{
	return written(of(l), pthread_rwlock_trywrlock(l));
}

int __mc_pthread_rwlock_timedwrlock(pthread_rwlock_t *restrict l, const struct timespec *restrict until)
{
	return write_lock(l, CLOCK_REALTIME, until);
}

int __mc_pthread_rwlock_clockwrlock(
	pthread_rwlock_t *restrict l, clockid_t clock, const struct timespec *restrict until)
{
	return write_lock(l, clock, until);
}

int __mc_pthread_rwlock_unlock(pthread_rwlock_t *l)
{
	if (is_mine(of(l)))
		__atomic_store_n(&of(l)->owner, 0, __ATOMIC_RELAXED);
	return pthread_rwlock_unlock(l);
}

int __mc___pthread_rwlock_init(pthread_rwlock_t *restrict l, const pthread_rwlockattr_t *restrict attr)
{
	return __mc_pthread_rwlock_init(l, attr);
}

int __mc___pthread_rwlock_rdlock(pthread_rwlock_t *l)
{
	return __mc_pthread_rwlock_rdlock(l);
}

int __mc___pthread_rwlock_tryrdlock(pthread_rwlock_t *l)
{
	return __mc_pthread_rwlock_tryrdlock(l);
}

int __mc___pthread_rwlock_wrlock(pthread_rwlock_t *l)
{
	return __mc_pthread_rwlock_wrlock(l);
}

int __mc___pthread_rwlock_trywrlock(pthread_rwlock_t *l)
{
	return __mc_pthread_rwlock_trywrlock(l);
}

int __mc___pthread_rwlock_unlock(pthread_rwlock_t *l)
{
	return __mc_pthread_rwlock_unlock(l);
}
