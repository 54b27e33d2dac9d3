#include "shimtest.h"

extern int malloc_trim(size_t);

int main(void)
{
	int trimmed = VIA(malloc_trim)(0);
	printf("%d\n", trimmed == 0 || trimmed == 1);
	return 0;
}
