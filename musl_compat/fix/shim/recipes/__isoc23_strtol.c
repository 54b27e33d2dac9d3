/* recipe: __isoc23_strtol
 * symbols: __isoc23_strtol __isoc23_strtoul __isoc23_strtoll __isoc23_strtoull __isoc23_strtoimax
 *   __isoc23_strtoumax __isoc23_strtol_l __isoc23_strtoul_l __isoc23_strtoll_l __isoc23_strtoull_l
 * kind: implementation
 * glibc: GLIBC_2.38
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: C23 7.24.1.7: strtol with the binary prefix 0b; glibc 2.38 release notes
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_number.h"
#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <locale.h>
#include <stdlib.h>

/* Where the digits after a prefix 0b begin, when base allows one and a binary digit follows; else NULL. */
static const char *after_prefix(const char *s, int base, int *negative)
{
	if (base != 0 && base != 2) return NULL;
	while (isspace((unsigned char)*s)) s++;
	*negative = *s == '-';
	if (*s == '-' || *s == '+') s++;
	if (s[0] != '0' || (s[1] | 32) != 'b' || (s[2] != '0' && s[2] != '1')) return NULL;
	return s + 2;
}

/* The digits read as base 2, saturated at the limit; the sign is the caller's. */
static unsigned long long magnitude(const char *s, char **end, unsigned long long limit)
{
	int saved = errno;
	errno = 0;
	unsigned long long value = strtoull(s, end, 2);
	if (errno == ERANGE || value > limit) {
		errno = ERANGE;
		return limit;
	}
	errno = saved;
	return value;
}

/* A base that cannot be leaves the end pointer as it was, where musl sets it. */
#define SIGNED(type, name, of, most) \
	type name(const char *restrict s, char **restrict end, int base) \
	{ \
		int negative; \
		if (base < 0 || base == 1 || base > 36) { \
			errno = EINVAL; \
			return 0; \
		} \
		const char *digits = after_prefix(s, base, &negative); \
		if (!digits) return MC_NUMBER(type, of, s, end, base); \
		unsigned long long limit = negative ? (unsigned long long)(most) + 1 : (unsigned long long)(most); \
		unsigned long long value = magnitude(digits, end, limit); \
		return (type)(negative ? 0 - value : value); \
	}

#define UNSIGNED(type, name, of, most) \
	type name(const char *restrict s, char **restrict end, int base) \
	{ \
		int negative, saved = errno; \
		if (base < 0 || base == 1 || base > 36) { \
			errno = EINVAL; \
			return 0; \
		} \
		const char *digits = after_prefix(s, base, &negative); \
		if (!digits) return MC_NUMBER(type, of, s, end, base); \
		errno = 0; \
		unsigned long long value = magnitude(digits, end, most); \
		if (errno == ERANGE) return most; \
		errno = saved; \
		return (type)(negative ? 0 - value : value); \
	}

#define WITH_LOCALE(type, name, of) \
	type name(const char *restrict s, char **restrict end, int base, locale_t locale) \
	{ \
		(void)locale; \
		return of(s, end, base); \
	}

SIGNED(long, __isoc23_strtol, strtol, LONG_MAX)
SIGNED(long long, __isoc23_strtoll, strtoll, LLONG_MAX)
SIGNED(intmax_t, __isoc23_strtoimax, strtoimax, INTMAX_MAX)
UNSIGNED(unsigned long, __isoc23_strtoul, strtoul, ULONG_MAX)
UNSIGNED(unsigned long long, __isoc23_strtoull, strtoull, ULLONG_MAX)
UNSIGNED(uintmax_t, __isoc23_strtoumax, strtoumax, UINTMAX_MAX)
WITH_LOCALE(long, __isoc23_strtol_l, __isoc23_strtol)
WITH_LOCALE(long long, __isoc23_strtoll_l, __isoc23_strtoll)
WITH_LOCALE(unsigned long, __isoc23_strtoul_l, __isoc23_strtoul)
WITH_LOCALE(unsigned long long, __isoc23_strtoull_l, __isoc23_strtoull)
