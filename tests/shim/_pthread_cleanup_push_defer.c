#include "shimtest.h"

__asm__(".symver push_defer, _pthread_cleanup_push_defer@GLIBC_2.2.5");
__asm__(".symver pop_restore, _pthread_cleanup_pop_restore@GLIBC_2.2.5");
extern void push_defer(void *, void (*)(void *), void *), pop_restore(void *, int), __pthread_cleanup_routine(void *);

static void note(void *s)
{
	puts(s);
}

int main(void)
{
	void *record[5];
	struct { void (*routine)(void *); void *arg; int run; } frame = {note, "frame", 1};
	VIA(push_defer)(record, note, "run");
	VIA(pop_restore)(record, 1);
	VIA(push_defer)(record, note, "not run");
	VIA(pop_restore)(record, 0);
	VIA(__pthread_cleanup_routine)(&frame);
	frame.run = 0;
	VIA(__pthread_cleanup_routine)(&frame);
	return 0;
}
