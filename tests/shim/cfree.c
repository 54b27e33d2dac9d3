#include "shimtest.h"

__asm__(".symver cfree_old, cfree@GLIBC_2.2.5");
extern void cfree_old(void *);

int main(void)
{
	VIA(cfree_old)(malloc(5));
	VIA(cfree_old)(NULL);
	puts("freed");
	return 0;
}
