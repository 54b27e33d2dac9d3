#include "shimtest.h"
#include <locale.h>
#include <time.h>

extern double __strtod_internal(const char *, char **, int);
extern float __strtof_internal(const char *, char **, int);
extern long double __strtold_internal(const char *, char **, int);

int main(void)
{
	locale_t c = newlocale(LC_ALL_MASK, "C", NULL);
	struct tm tm = {0};
	char *end;
	double d = VIA(__strtod_internal)("1.5x", &end, 0);
	printf("%g %s %g %Lg\n", d, end, (double)VIA(__strtof_internal)("0.25", NULL, 0), VIA(__strtold_internal)("-7", NULL, 0));
	printf("%g %g %g %Lg\n", (double)VIA(strtof32)("1.25", NULL), (double)VIA(strtof64)("2.5", NULL), (double)VIA(strtof32x)("3.5", NULL), (long double)VIA(strtof64x)("4.5", NULL));
	printf("%g %g %g %Lg\n", (double)VIA(strtof32_l)("1.25", NULL, c), (double)VIA(strtof64_l)("2.5", NULL, c), (double)VIA(strtof32x_l)("3.5", NULL, c), (long double)VIA(strtof64x_l)("4.5", NULL, c));
	end = VIA(strptime_l)("2001-02-03", "%Y-%m-%d", &tm, c);
	printf("%d %d %d %d\n", end && !*end, tm.tm_year, tm.tm_mon, tm.tm_mday);
	return 0;
}
