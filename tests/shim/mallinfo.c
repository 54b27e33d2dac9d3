#include "shimtest.h"
#include <malloc.h>

int main(void)
{
	struct mallinfo2 m = VIA(mallinfo2)();
	struct mallinfo old;
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
	old = VIA(mallinfo)();
	printf("%d %d\n", m.uordblks < 1u << 30, old.uordblks < 1 << 30);
	return 0;
}
