/* recipe: __cxa_thread_atexit_impl
 * symbols: __cxa_thread_atexit_impl
 * kind: implementation
 * glibc: GLIBC_2.18
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: at exit() the destructors of the calling thread run at the place of the first registration among the atexit
 *   handlers, glibc runs them before all handlers
 * spec: Itanium C++ ABI 3.3.5 (DSO object destruction), its thread extension; C++11 [basic.start.term]
 * scope: public
 */
#include <pthread.h>
#include <stdlib.h>

struct destructor {
	void (*run)(void *);
	void *object;
	struct destructor *next;
};

static pthread_key_t list_key;
static pthread_once_t list_once = PTHREAD_ONCE_INIT;
static int list_ready;

/* A destructor may register more: take one at a time until the list stays empty. */
static void run_all(void *head)
{
	struct destructor *d = head;

	while (d) {
		pthread_setspecific(list_key, d->next);
		d->run(d->object);
		free(d);
		d = pthread_getspecific(list_key);
	}
}

/* exit() does not run the destructors of keys: the exiting thread's list is run by an exit handler. */
static void run_at_exit(void)
{
	run_all(pthread_getspecific(list_key));
}

static void set_up(void)
{
	list_ready = pthread_key_create(&list_key, run_all) == 0 && atexit(run_at_exit) == 0;
}

/* Early, so that the key comes before the keys of the program and its destructor runs first, as glibc's do. */
__attribute__((constructor(101))) static void set_up_early(void)
{
	pthread_once(&list_once, set_up);
}

int __cxa_thread_atexit_impl(void (*run)(void *), void *object, void *dso)
{
	struct destructor *d;

	(void)dso; /* musl never unloads an object: nothing to hold */
	pthread_once(&list_once, set_up);
	if (!list_ready || !(d = malloc(sizeof *d)))
		abort(); /* as in glibc: a caller cannot recover */
	d->run = run;
	d->object = object;
	d->next = pthread_getspecific(list_key);
	if (pthread_setspecific(list_key, d))
		abort();
	return 0;
}
