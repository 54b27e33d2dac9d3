/* recipe: __isoc23_wcstol
 * symbols: __isoc23_wcstol __isoc23_wcstoul __isoc23_wcstoll __isoc23_wcstoull __isoc23_wcstoimax
 *   __isoc23_wcstoumax __isoc23_wcstol_l __isoc23_wcstoul_l __isoc23_wcstoll_l __isoc23_wcstoull_l
 * kind: implementation
 * glibc: GLIBC_2.38
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: C23 7.31.4.1.3: wcstol with the binary prefix 0b; glibc 2.38 release notes
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_number.h"
#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <locale.h>
#include <wchar.h>
#include <wctype.h>

/* Where the digits after a prefix 0b begin, when base allows one and a binary digit follows; else NULL. */
static const wchar_t *after_prefix(const wchar_t *s, int base, int *negative)
{
	if (base != 0 && base != 2) return NULL;
	while (iswspace((wint_t)*s)) s++;
	*negative = *s == L'-';
	if (*s == L'-' || *s == L'+') s++;
	if (s[0] != L'0' || (s[1] | 32) != L'b' || (s[2] != L'0' && s[2] != L'1')) return NULL;
	return s + 2;
}

/* The digits read as base 2, saturated at the limit; ERANGE tells that they were. */
static unsigned long long magnitude(const wchar_t *s, wchar_t **end, unsigned long long limit)
{
	int saved = errno;
	errno = 0;
	unsigned long long value = wcstoull(s, end, 2);
	if (errno == ERANGE || value > limit) {
		errno = ERANGE;
		return limit;
	}
	errno = saved;
	return value;
}

/* A base that cannot be leaves the end pointer as it was, where musl sets it. */
#define SIGNED(type, name, of, most) \
	type name(const wchar_t *restrict s, wchar_t **restrict end, int base) \
	{ \
		int negative; \
		if (base < 0 || base == 1 || base > 36) { \
			errno = EINVAL; \
			return 0; \
		} \
		const wchar_t *digits = after_prefix(s, base, &negative); \
		if (!digits) return MC_NUMBER(type, of, s, end, base); \
		unsigned long long limit = negative ? (unsigned long long)(most) + 1 : (unsigned long long)(most); \
		unsigned long long value = magnitude(digits, end, limit); \
		return (type)(negative ? 0 - value : value); \
	}

#define UNSIGNED(type, name, of, most) \
	type name(const wchar_t *restrict s, wchar_t **restrict end, int base) \
	{ \
		int negative, saved = errno; \
		if (base < 0 || base == 1 || base > 36) { \
			errno = EINVAL; \
			return 0; \
		} \
		const wchar_t *digits = after_prefix(s, base, &negative); \
		if (!digits) return MC_NUMBER(type, of, s, end, base); \
		errno = 0; \
		unsigned long long value = magnitude(digits, end, most); \
		if (errno == ERANGE) return most; \
		errno = saved; \
		return (type)(negative ? 0 - value : value); \
	}

#define WITH_LOCALE(type, name, of) \
	type name(const wchar_t *restrict s, wchar_t **restrict end, int base, locale_t locale) \
	{ \
		(void)locale; \
		return of(s, end, base); \
	}

SIGNED(long, __isoc23_wcstol, wcstol, LONG_MAX)
SIGNED(long long, __isoc23_wcstoll, wcstoll, LLONG_MAX)
SIGNED(intmax_t, __isoc23_wcstoimax, wcstoimax, INTMAX_MAX)
UNSIGNED(unsigned long, __isoc23_wcstoul, wcstoul, ULONG_MAX)
UNSIGNED(unsigned long long, __isoc23_wcstoull, wcstoull, ULLONG_MAX)
UNSIGNED(uintmax_t, __isoc23_wcstoumax, wcstoumax, UINTMAX_MAX)
WITH_LOCALE(long, __isoc23_wcstol_l, __isoc23_wcstol)
WITH_LOCALE(long long, __isoc23_wcstoll_l, __isoc23_wcstoll)
WITH_LOCALE(unsigned long, __isoc23_wcstoul_l, __isoc23_wcstoul)
WITH_LOCALE(unsigned long long, __isoc23_wcstoull_l, __isoc23_wcstoull)
