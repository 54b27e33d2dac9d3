#include "shimtest.h"

__asm__(".symver yield, pthread_yield@GLIBC_2.2.5");
extern int yield(void);

int main(void)
{
	printf("%d\n", VIA(yield)());
	return 0;
}
