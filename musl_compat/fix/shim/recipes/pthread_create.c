/* recipe: pthread_create
 * symbols: pthread_create thrd_create pthread_attr_init pthread_getattr_default_np pthread_setattr_default_np
 * kind: wrapper
 * glibc: GLIBC_2.2.5 GLIBC_2.18 GLIBC_2.28 GLIBC_2.34
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: of the attributes that pthread_setattr_default_np sets, the sizes of stack and guard and the scheduling are kept, the
 *   affinity is not
 * spec: POSIX pthread_create, pthread_attr_init; C11 thrd_create; pthread_setattr_default_np(3); pthread_create(3): the default
 *   stack is RLIMIT_STACK as it was at the start, 2 MiB where that is unlimited
 * scope: private
 */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <threads.h>
#include <unistd.h>

enum { UNLIMITED = 2 << 20, LEAST = 16384 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_attr_t changed;
static int is_changed;
static size_t at_start;

static size_t from_limit(void)
{
	size_t page = (size_t)getpagesize(), size = UNLIMITED;
	struct rlimit limit;

	if (!getrlimit(RLIMIT_STACK, &limit) && limit.rlim_cur != RLIM_INFINITY)
		size = limit.rlim_cur < LEAST ? LEAST : (size_t)limit.rlim_cur;
	return (size + page - 1) & ~(page - 1);
}

__attribute__((constructor)) static void note_limit(void)
{
	at_start = from_limit();
}

/* A constructor that runs before ours may start threads, too. */
static size_t default_size(void)
{
	return at_start ? at_start : from_limit();
}

int __mc_pthread_attr_init(pthread_attr_t *attr)
{
	int error = pthread_attr_init(attr);

	return error ? error : pthread_attr_setstacksize(attr, default_size());
}

static int default_attributes(pthread_attr_t *attr)
{
	int error = 0;

	pthread_mutex_lock(&lock);
	if (is_changed)
		*attr = changed;
	else
		error = __mc_pthread_attr_init(attr);
	pthread_mutex_unlock(&lock);
	return error;
}

int __mc_pthread_getattr_default_np(pthread_attr_t *attr)
{
	return default_attributes(attr);
}

int __mc_pthread_setattr_default_np(const pthread_attr_t *attr)
{
	/* musl's default, for the other objects of the process, never shrinks and has a cap; glibc's does, and has none. */
	int error = pthread_setattr_default_np(attr);

	if (error)
		return error;
	pthread_mutex_lock(&lock);
	changed = *attr;
	is_changed = 1;
	pthread_mutex_unlock(&lock);
	return 0;
}

int __mc_pthread_create(pthread_t *thread, const pthread_attr_t *attr, void *(*start)(void *), void *arg)
{
	pthread_attr_t own;
	int error;

	if (attr)
		return pthread_create(thread, attr, start, arg);
	error = default_attributes(&own);
	return error ? error : pthread_create(thread, &own, start, arg);
}

struct call {
	thrd_start_t start;
	void *arg;
};

static void *run(void *arg)
{
	struct call call = *(struct call *)arg;

	free(arg);
	return (void *)(intptr_t)call.start(call.arg);
}

int __mc_thrd_create(thrd_t *thread, thrd_start_t start, void *arg)
{
	struct call *call = malloc(sizeof *call);
	int error;

	if (!call)
		return thrd_nomem;
	call->start = start;
	call->arg = arg;
	error = __mc_pthread_create(thread, 0, run, call);
	if (!error)
		return thrd_success;
	free(call);
	return error == EAGAIN || error == ENOMEM ? thrd_nomem : thrd_error;
}
