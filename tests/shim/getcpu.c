#include "shimtest.h"

extern int getcpu(unsigned *cpu, unsigned *node);

int main(void)
{
	errno = 0;
	printf("%d ", VIA(getcpu)(NULL, NULL));
	printf("%d\n", errno);
	return 0;
}
