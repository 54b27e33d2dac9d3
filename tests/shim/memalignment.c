#include "shimtest.h"

extern size_t memalignment(const void *);

int main(void)
{
	printf("%zu %zu %zu\n", VIA(memalignment)((void *)0x18), VIA(memalignment)((void *)0x1001), VIA(memalignment)(NULL));
	return 0;
}
