#include "shimtest.h"

extern void mcount(void), __fentry__(void);

/* Calls as the compiler writes them with -pg: the registers of arguments are live, and the frame pointer is set up. */
#define CALLS(name) \
	__asm__ volatile("call *%4" : "+D"(one), "+S"(two), "+d"(three), "+a"(four) : "c"(VIA(name)) : "memory", "cc")

int __attribute__((optimize("no-omit-frame-pointer"))) main(void)
{
	long one = 1, two = 2, three = 3, four = 4;
	CALLS(mcount);
	CALLS(__fentry__);
	printf("%ld %ld %ld %ld\n", one, two, three, four);
	return 0;
}
