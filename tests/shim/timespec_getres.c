#include "shimtest.h"
#include <time.h>

extern int timespec_getres(struct timespec *, int);

int main(void)
{
	struct timespec t;
	struct tm tm = {.tm_year = 100, .tm_mday = 2};
	printf("%d ", VIA(timespec_getres)(&t, 1));
	printf("%ld\n", (long)t.tv_sec);
	printf("%d %d\n", VIA(timespec_getres)(NULL, 1), VIA(timespec_getres)(&t, 77));
	printf("%ld\n", (long)VIA(timelocal)(&tm));
	printf("%d %d %d\n", VIA(dysize)(2000), VIA(dysize)(1900), VIA(dysize)(2024));
	return 0;
}
