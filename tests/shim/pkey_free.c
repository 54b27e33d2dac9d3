#include "shimtest.h"

extern int pkey_free(int key);

int main(void)
{
	errno = 0;
	printf("%d ", VIA(pkey_free)(99));
	printf("%d\n", errno);
	return 0;
}
