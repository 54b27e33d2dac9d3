/* recipe: __pthread_register_cancel
 * symbols: __pthread_register_cancel __pthread_unregister_cancel __pthread_unwind_next
 *   __pthread_register_cancel_defer __pthread_unregister_cancel_restore
 * kind: implementation
 * glibc: GLIBC_2.3.3 GLIBC_2.34
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: the deferring pair leaves the cancellation type as it is; frames are left by longjmp, not unwound
 * spec: glibc pthread.h, pthread_cleanup_push as C code without exceptions expands it; POSIX.1-2024
 *   pthread_cleanup_push()
 * scope: public
 */
#define _GNU_SOURCE
#include <pthread.h>
#include <setjmp.h>
#include <stdint.h>
#include <string.h>

/* What glibc's pthread_cleanup_push puts on the stack: a jump buffer (registers, a flag) and four pointers for libc. */
struct unwind_buf {
	uintptr_t registers[sizeof(((struct __jmp_buf_tag *)0)->__jb) / sizeof(uintptr_t)];
	int mask_was_saved;
	void *pad[4];
};

_Static_assert(sizeof(struct __ptcb) <= 4 * sizeof(void *), "musl's cleanup record must fit into glibc's padding");

/* musl keeps the value given to pthread_exit in its thread structure and does not tell where; a thread that ends with a
 * known value shows the offset. */
static size_t result_offset;
static char known;

static void look(void *unused)
{
	(void)unused;
	const char *self = (const char *)pthread_self();
	for (size_t at = 0; at < 256; at += sizeof(void *)) {
		void *word;
		memcpy(&word, self + at, sizeof word);
		if (word == &known) {
			result_offset = at;
			return;
		}
	}
}

static void *end_with_known(void *unused)
{
	struct __ptcb record;
	(void)unused;
	_pthread_cleanup_push(&record, look, NULL);
	pthread_exit(&known);
}

static void find_result_offset(void)
{
	pthread_t thread;
	pthread_attr_t attr;
	pthread_attr_init(&attr);
	if (!pthread_create(&thread, &attr, end_with_known, NULL)) pthread_join(thread, NULL);
	pthread_attr_destroy(&attr);
}

/* Called by musl's pthread_exit: on to the frame that pushed the handler, which runs it and calls __pthread_unwind_next. The
 * registers are read where they are, in that frame: a copy in this one would be below the stack pointer before it is read. */
static void leave(void *buf)
{
	longjmp((struct __jmp_buf_tag *)buf, 1);
}

/* glibc's headers say so of these functions. */
#ifdef __i386__
#define BY_REGISTER __attribute__((regparm(1)))
#else
#define BY_REGISTER
#endif

BY_REGISTER void __pthread_register_cancel(void *buf)
{
	_pthread_cleanup_push((struct __ptcb *)((struct unwind_buf *)buf)->pad, leave, buf);
}

BY_REGISTER void __pthread_unregister_cancel(void *buf)
{
	_pthread_cleanup_pop((struct __ptcb *)((struct unwind_buf *)buf)->pad, 0);
}

BY_REGISTER void __pthread_register_cancel_defer(void *buf)
{
	__pthread_register_cancel(buf);
}

BY_REGISTER void __pthread_unregister_cancel_restore(void *buf)
{
	__pthread_unregister_cancel(buf);
}

BY_REGISTER _Noreturn void __pthread_unwind_next(void *buf)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	void *result = PTHREAD_CANCELED;
	(void)buf;
	pthread_once(&once, find_result_offset);
	if (result_offset) memcpy(&result, (const char *)pthread_self() + result_offset, sizeof result);
	pthread_exit(result);
}
