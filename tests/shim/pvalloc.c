#include "shimtest.h"

extern void *pvalloc(size_t);

int main(void)
{
	char *p = VIA(pvalloc)(5000);
	p[8191] = 1;
	printf("%d\n", (int)((uintptr_t)p % 4096));
	free(p);
	errno = 0;
	printf("%d %d\n", VIA(pvalloc)(SIZE_MAX - 5) == NULL, errno);
	return 0;
}
