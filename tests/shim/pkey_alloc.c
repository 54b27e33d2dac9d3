#include "shimtest.h"

extern int pkey_alloc(unsigned flags, unsigned rights);

int main(void)
{
	errno = 0;
	printf("%d ", VIA(pkey_alloc)(5, 0));
	printf("%d\n", errno);
	return 0;
}
