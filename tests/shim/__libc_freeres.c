#include "shimtest.h"

__asm__(".symver freeres, __libc_freeres@GLIBC_2.2.5");
extern void freeres(void);

int main(void)
{
	VIA(freeres)();
	puts("back");
	return 0;
}
