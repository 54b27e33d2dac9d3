/* recipe: wcstod_l
 * symbols: wcstod_l wcstof_l wcstold_l __wcstod_l __wcstof_l __wcstold_l __wcstod_internal __wcstof_internal
 *   __wcstold_internal __wcstol_internal __wcstoul_internal __wcstoll_internal __wcstoull_internal
 *   wcstof32 wcstof64 wcstof32x wcstof64x wcstof32_l wcstof64_l wcstof32x_l wcstof64x_l
 * kind: alias
 * glibc: GLIBC_2.2.5 GLIBC_2.3 GLIBC_2.27
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: the locale and grouping have no influence: musl's locales have none on numbers
 * spec: glibc manual "Parsing of Floats"; POSIX.1-2024 wcstod()
 * scope: public
 */
#include "include/mc_number.h"
#include <locale.h>
#include <wchar.h>

#define PLAIN(type, name, of) \
	type name(const wchar_t *restrict s, wchar_t **restrict end) \
	{ \
		return of(s, end); \
	}
#define WITH_LOCALE(type, name, of) \
	type name(const wchar_t *restrict s, wchar_t **restrict end, locale_t locale) \
	{ \
		(void)locale; \
		return of(s, end); \
	}
#define WITH_GROUPING(type, name, of) \
	type name(const wchar_t *restrict s, wchar_t **restrict end, int grouping) \
	{ \
		(void)grouping; \
		return of(s, end); \
	}
#define INTEGER(type, name, of) \
	type name(const wchar_t *restrict s, wchar_t **restrict end, int base, int grouping) \
	{ \
		(void)grouping; \
		return MC_NUMBER(type, of, s, end, base); \
	}

PLAIN(float, wcstof32, wcstof)
PLAIN(double, wcstof64, wcstod)
PLAIN(double, wcstof32x, wcstod)
PLAIN(long double, wcstof64x, wcstold)
WITH_LOCALE(double, wcstod_l, wcstod)
WITH_LOCALE(float, wcstof_l, wcstof)
WITH_LOCALE(long double, wcstold_l, wcstold)
WITH_LOCALE(double, __wcstod_l, wcstod)
WITH_LOCALE(float, __wcstof_l, wcstof)
WITH_LOCALE(long double, __wcstold_l, wcstold)
WITH_LOCALE(float, wcstof32_l, wcstof)
WITH_LOCALE(double, wcstof64_l, wcstod)
WITH_LOCALE(double, wcstof32x_l, wcstod)
WITH_LOCALE(long double, wcstof64x_l, wcstold)
WITH_GROUPING(double, __wcstod_internal, wcstod)
WITH_GROUPING(float, __wcstof_internal, wcstof)
WITH_GROUPING(long double, __wcstold_internal, wcstold)
INTEGER(long, __wcstol_internal, wcstol)
INTEGER(unsigned long, __wcstoul_internal, wcstoul)
INTEGER(long long, __wcstoll_internal, wcstoll)
INTEGER(unsigned long long, __wcstoull_internal, wcstoull)
