/* recipe: strtol_l
 * symbols: strtol_l strtoul_l strtoll_l strtoull_l __strtol_l __strtoul_l __strtoll_l __strtoull_l
 * kind: alias
 * glibc: GLIBC_2.2.5 GLIBC_2.3 GLIBC_2.3.3
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: the locale has no influence: musl's has none on numbers
 * spec: glibc manual "Parsing of Integers"; POSIX.1-2024 strtol()
 * scope: public
 */
#include "include/mc_number.h"
#include <locale.h>
#include <stdlib.h>

#define DEFINE(type, name, of) \
	type name(const char *restrict s, char **restrict end, int base, locale_t locale) \
	{ \
		(void)locale; \
		return MC_NUMBER(type, of, s, end, base); \
	}

DEFINE(long, strtol_l, strtol)
DEFINE(long, __strtol_l, strtol)
DEFINE(unsigned long, strtoul_l, strtoul)
DEFINE(unsigned long, __strtoul_l, strtoul)
DEFINE(long long, strtoll_l, strtoll)
DEFINE(long long, __strtoll_l, strtoll)
DEFINE(unsigned long long, strtoull_l, strtoull)
DEFINE(unsigned long long, __strtoull_l, strtoull)
