/* recipe: _pthread_cleanup_push_defer
 * symbols: _pthread_cleanup_push_defer _pthread_cleanup_pop_restore __pthread_cleanup_routine
 * kind: implementation
 * glibc: GLIBC_2.2.5 GLIBC_2.3.3 GLIBC_2.34
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: the cancellation type stays as it is
 * spec: glibc 2.3 pthread.h, pthread_cleanup_push_defer_np
 * scope: public
 */
#define _GNU_SOURCE
#include <pthread.h>

/* glibc's record is {routine, arg, cancel type, previous}: as large as musl's on every machine. */
void _pthread_cleanup_push_defer(void *record, void (*routine)(void *), void *arg)
{
	_pthread_cleanup_push(record, routine, arg);
}

void _pthread_cleanup_pop_restore(void *record, int run)
{
	_pthread_cleanup_pop(record, run);
}

/* The cleanup attribute of C code with -fexceptions: {routine, arg, whether to run it}. */
void __pthread_cleanup_routine(void *frame)
{
	struct {
		void (*routine)(void *);
		void *arg;
		int run;
	} *f = frame;
	if (f->run) f->routine(f->arg);
}
