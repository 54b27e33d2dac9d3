#include "shimtest.h"

extern int mallopt(int, int);

int main(void)
{
	printf("%d %d\n", VIA(mallopt)(-1, 64 * 1024), VIA(mallopt)(-3, 1 << 20));
	return 0;
}
