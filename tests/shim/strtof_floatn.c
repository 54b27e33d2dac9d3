#define _GNU_SOURCE
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
extern float __strtof_internal(const char *, char **, int);
extern double __strtod_internal(const char *, char **, int);
extern long double __strtold_internal(const char *, char **, int);
extern float x_strtof32(const char *, char **) __asm__("strtof32");
extern float x_strtof32_l(const char *, char **, locale_t) __asm__("strtof32_l");
extern double x_strtof64(const char *, char **) __asm__("strtof64");
extern double x_strtof32x(const char *, char **) __asm__("strtof32x");
extern double x_strtof64_l(const char *, char **, locale_t) __asm__("strtof64_l");
extern double x_strtof32x_l(const char *, char **, locale_t) __asm__("strtof32x_l");
extern long double x_strtof64x(const char *, char **) __asm__("strtof64x");
extern long double x_strtof64x_l(const char *, char **, locale_t) __asm__("strtof64x_l");
extern int x_strfromf64x(char *, size_t, const char *, long double) __asm__("strfromf64x");
int main(void)
{
	static const char *const t[] = {"1.1", "-2e300x", "0x1.8p3", "1e5000", "nan", ""};
	locale_t c = newlocale(LC_ALL_MASK, "C", 0);
	char *e, b[100];
	for (int i = 0; i < 6; i++) {
		printf("%.9g ", x_strtof32(t[i], &e)), printf("%s ", e);
		printf("%.17g %.17g %.21Lg ", x_strtof64(t[i], &e), x_strtof32x(t[i], &e), x_strtof64x(t[i], &e));
		printf("%.9g %.17g %.17g %.21Lg ", x_strtof32_l(t[i], &e, c), x_strtof64_l(t[i], &e, c), x_strtof32x_l(t[i], &e, c), x_strtof64x_l(t[i], &e, c));
		printf("%.9g %.17g %.21Lg ", __strtof_internal(t[i], &e, 0), __strtod_internal(t[i], &e, 0), __strtold_internal(t[i], &e, 0));
		printf("%d %s\n", x_strfromf64x(b, 100, "%.15g", strtold(t[i], 0)), b);
	}
}
