#include "shimtest.h"

extern int mseal(void *at, size_t n, unsigned long flags);

int main(void)
{
	errno = 0;
	printf("%d ", VIA(mseal)((void *)1, 1, 1));
	printf("%d\n", errno);
	return 0;
}
