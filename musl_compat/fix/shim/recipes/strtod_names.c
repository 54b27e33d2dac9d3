/* recipe: strtod_names
 * symbols: strtof32 strtof64 strtof32x strtof64x strtof32_l strtof64_l strtof32x_l strtof64x_l
 *   __strtod_internal __strtof_internal __strtold_internal strptime_l
 * kind: alias
 * glibc: GLIBC_2.2.5 GLIBC_2.3.2 GLIBC_2.27
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: the locale and grouping have no influence: musl's locales have none on numbers and dates
 * spec: ISO/IEC TS 18661-3 strtof32 and the like; POSIX.1-2024 strtod(), strptime()
 * scope: public
 */
#define _GNU_SOURCE
#include <locale.h>
#include <stdlib.h>
#include <time.h>

#define PLAIN(type, name, of) \
	type name(const char *restrict s, char **restrict end) \
	{ \
		return of(s, end); \
	}
#define WITH_LOCALE(type, name, of) \
	type name(const char *restrict s, char **restrict end, locale_t locale) \
	{ \
		(void)locale; \
		return of(s, end); \
	}
#define WITH_GROUPING(type, name, of) \
	type name(const char *restrict s, char **restrict end, int grouping) \
	{ \
		(void)grouping; \
		return of(s, end); \
	}

PLAIN(float, strtof32, strtof)
PLAIN(double, strtof64, strtod)
PLAIN(double, strtof32x, strtod)
PLAIN(long double, strtof64x, strtold)
WITH_LOCALE(float, strtof32_l, strtof)
WITH_LOCALE(double, strtof64_l, strtod)
WITH_LOCALE(double, strtof32x_l, strtod)
WITH_LOCALE(long double, strtof64x_l, strtold)
WITH_GROUPING(double, __strtod_internal, strtod)
WITH_GROUPING(float, __strtof_internal, strtof)
WITH_GROUPING(long double, __strtold_internal, strtold)

char *strptime_l(const char *restrict s, const char *restrict format, struct tm *restrict tm, locale_t locale)
{
	(void)locale;
	return strptime(s, format, tm);
}
