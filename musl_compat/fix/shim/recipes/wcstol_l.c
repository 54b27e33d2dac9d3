/* recipe: wcstol_l
 * symbols: wcstol_l wcstoul_l wcstoll_l wcstoull_l __wcstol_l __wcstoul_l __wcstoll_l __wcstoull_l
 * kind: alias
 * glibc: GLIBC_2.2.5 GLIBC_2.3
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: the locale has no influence: musl's has none on numbers
 * spec: glibc manual "Parsing of Integers"; POSIX.1-2024 wcstol()
 * scope: public
 */
#include "include/mc_number.h"
#include <locale.h>
#include <wchar.h>

#define DEFINE(type, name, of) \
	type name(const wchar_t *restrict s, wchar_t **restrict end, int base, locale_t locale) \
	{ \
		(void)locale; \
		return MC_NUMBER(type, of, s, end, base); \
	}

DEFINE(long, wcstol_l, wcstol)
DEFINE(long, __wcstol_l, wcstol)
DEFINE(unsigned long, wcstoul_l, wcstoul)
DEFINE(unsigned long, __wcstoul_l, wcstoul)
DEFINE(long long, wcstoll_l, wcstoll)
DEFINE(long long, __wcstoll_l, wcstoll)
DEFINE(unsigned long long, wcstoull_l, wcstoull)
DEFINE(unsigned long long, __wcstoull_l, wcstoull)
