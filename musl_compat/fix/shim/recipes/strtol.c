/* recipe: strtol
 * symbols: strtol strtoul strtoll strtoull strtoimax strtoumax wcstol wcstoul wcstoll wcstoull wcstoimax wcstoumax
 *   __strtol_internal __strtoul_internal __strtoll_internal __strtoull_internal
 * kind: wrapper
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: glibc manual, "Parsing of Integers": errno stays as it is when there are no digits, and the end pointer when the base
 *   cannot be
 * scope: private
 */
#include "include/mc_number.h"
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <wchar.h>

#define DEFINE(type, character, name) \
	type __mc_##name(const character *restrict s, character **restrict end, int base) \
	{ \
		if (base < 0 || base == 1 || base > 36) { \
			errno = EINVAL; \
			return 0; \
		} \
		return MC_NUMBER(type, name, s, end, base); \
	}

DEFINE(long, char, strtol)
DEFINE(unsigned long, char, strtoul)
DEFINE(long long, char, strtoll)
DEFINE(unsigned long long, char, strtoull)
DEFINE(intmax_t, char, strtoimax)
DEFINE(uintmax_t, char, strtoumax)
DEFINE(long, wchar_t, wcstol)
DEFINE(unsigned long, wchar_t, wcstoul)
DEFINE(long long, wchar_t, wcstoll)
DEFINE(unsigned long long, wchar_t, wcstoull)
DEFINE(intmax_t, wchar_t, wcstoimax)
DEFINE(uintmax_t, wchar_t, wcstoumax)

/* The last argument asks for groups of digits, which no program does. */
#define INTERNAL(type, name, of) \
	type __mc_##name(const char *restrict s, char **restrict end, int base, int group) \
	{ \
		(void)group; \
		return __mc_##of(s, end, base); \
	}

INTERNAL(long, __strtol_internal, strtol)
INTERNAL(unsigned long, __strtoul_internal, strtoul)
INTERNAL(long long, __strtoll_internal, strtoll)
INTERNAL(unsigned long long, __strtoull_internal, strtoull)
