#include "shimtest.h"

extern void free_sized(void *, size_t), free_aligned_sized(void *, size_t, size_t);

int main(void)
{
	VIA(free_sized)(malloc(10), 10);
	VIA(free_sized)(NULL, 10);
	VIA(free_aligned_sized)(aligned_alloc(64, 128), 64, 128);
	VIA(free_aligned_sized)(NULL, 64, 128);
	puts("freed");
	return 0;
}
