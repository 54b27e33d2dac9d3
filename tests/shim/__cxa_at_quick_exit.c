#include "shimtest.h"

extern int __cxa_at_quick_exit(void (*)(void *), void *);

static void first(void *x) { (void)x; if (write(1, "first\n", 6) < 0) _exit(9); }
static void second(void *x) { (void)x; if (write(1, "second\n", 7) < 0) _exit(9); }

int main(void)
{
	printf("%d\n", VIA(__cxa_at_quick_exit)(first, NULL));
	VIA(__cxa_at_quick_exit)(second, NULL);
	fflush(stdout);
	quick_exit(0);
}
