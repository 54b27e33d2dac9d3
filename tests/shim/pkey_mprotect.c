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
	int key = pkey_alloc(0, 0);
	/* without the CPU's or the kernel's support the two instructions are not there either */
	if (key < 0) return 0;
	int set = VIA(pkey_set)(key, 2), got = VIA(pkey_get)(key);
	if (set || got != 2) printf("%d %d\n", set, got);
	return 0;
}
