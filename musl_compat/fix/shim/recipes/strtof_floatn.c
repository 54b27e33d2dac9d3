/* recipe: strtof_floatn
 * symbols: strtof32 strtof64 strtof32x strtof64x strtof32_l strtof64_l strtof32x_l strtof64x_l strfromf64x __strtof_internal
 *   __strtod_internal __strtold_internal
 * kind: alias
 * glibc: GLIBC_2.2.5 GLIBC_2.27
 * arch: x86_64
 * needs: strfromd
 * fidelity: equivalent
 * differs: grouping of digits is not taken
 * spec: ISO/IEC TS 18661-3 12.4 (strtofN): _Float32 is float, _Float64 and _Float32x are double, _Float64x is long double here;
 *   LSB 5.0 __strtod_internal
 * scope: public
 */
#define _GNU_SOURCE
#include <locale.h>
#include <stdlib.h>

/* musl's numbers do not depend on the locale. */
float strtof32(const char *restrict text, char **restrict end)
{
	return strtof(text, end);
}

double strtof64(const char *restrict text, char **restrict end)
{
	return strtod(text, end);
}

long double strtof64x(const char *restrict text, char **restrict end)
{
	return strtold(text, end);
}

float strtof32_l(const char *restrict text, char **restrict end, locale_t locale)
{
	(void)locale;
	return strtof(text, end);
}

double strtof64_l(const char *restrict text, char **restrict end, locale_t locale)
{
	(void)locale;
	return strtod(text, end);
}

long double strtof64x_l(const char *restrict text, char **restrict end, locale_t locale)
{
	(void)locale;
	return strtold(text, end);
}

float __strtof_internal(const char *restrict text, char **restrict end, int group)
{
	(void)group;
	return strtof(text, end);
}

double __strtod_internal(const char *restrict text, char **restrict end, int group)
{
	(void)group;
	return strtod(text, end);
}

long double __strtold_internal(const char *restrict text, char **restrict end, int group)
{
	(void)group;
	return strtold(text, end);
}

int strfroml(char *, size_t, const char *, long double);

int strfromf64x(char *to, size_t size, const char *format, long double value)
{
	return strfroml(to, size, format, value);
}

double strtof32x(const char *restrict, char **restrict) __attribute__((alias("strtof64")));
double strtof32x_l(const char *restrict, char **restrict, locale_t) __attribute__((alias("strtof64_l")));
