#include "shimtest.h"
#include <limits.h>

extern unsigned uabs(int);
extern unsigned long ulabs(long);
extern unsigned long long ullabs(long long);
extern uintmax_t uimaxabs(intmax_t);

int main(void)
{
	printf("%u %u %lu %llu %ju\n", VIA(uabs)(INT_MIN), VIA(uabs)(7), VIA(ulabs)(LONG_MIN), VIA(ullabs)(-5), VIA(uimaxabs)(INTMAX_MIN));
	return 0;
}
