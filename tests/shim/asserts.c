#include "shimtest.h"

extern void __assert(const char *, const char *, int), __assert_perror_fail(int, const char *, unsigned, const char *);

int main(void)
{
	ABORTS("__assert_perror_fail", VIA(__assert_perror_fail)(2, "f.c", 7, "f"));
	return 0;
}
