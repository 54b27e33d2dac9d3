#include "shimtest.h"

int main(void)
{
	printf("%lld %llu\n", VIA(strtoq)("-9000000000", NULL, 10), VIA(strtouq)("ffffffffff", NULL, 16));
	return 0;
}
