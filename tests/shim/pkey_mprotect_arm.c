#include "shimtest.h"
#include <sys/mman.h>

int main(void)
{
	void *p = mmap(NULL, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	printf("%d\n", VIA(pkey_mprotect)(p, 4096, PROT_READ | PROT_WRITE, -1));
	*(char *)p = 1;
	errno = 0;
	printf("%d ", VIA(pkey_get)(16));
	printf("%d ", errno);
	printf("%d ", VIA(pkey_set)(-1, 0));
	printf("%d\n", errno);
	return 0;
}
