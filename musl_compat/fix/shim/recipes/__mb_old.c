/* recipe: __mb_old
 * symbols: __mbrlen __mbrtowc __iswctype __towctrans __isctype isctype __isascii_l __toascii_l _tolower
 *   _toupper __wcscasecmp_l __wcsncasecmp_l
 * kind: alias
 * glibc: GLIBC_2.2.5 GLIBC_2.3
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: the classes are those of the C locale
 * spec: POSIX.1-2024, the functions without the leading underscores; __isctype: glibc ctype.h
 * scope: public
 */
#define _GNU_SOURCE
#include <ctype.h>
#include <locale.h>
#include <wchar.h>
#include <wctype.h>

size_t __mbrlen(const char *restrict s, size_t n, mbstate_t *restrict state)
{
	static mbstate_t own;
	return mbrtowc(NULL, s, n, state ? state : &own);
}

size_t __mbrtowc(wchar_t *restrict out, const char *restrict s, size_t n, mbstate_t *restrict state)
{
	return mbrtowc(out, s, n, state);
}

int __iswctype(wint_t c, wctype_t class)
{
	return iswctype(c, class);
}

wint_t __towctrans(wint_t c, wctrans_t map)
{
	return towctrans(c, map);
}

int __wcscasecmp_l(const wchar_t *a, const wchar_t *b, locale_t locale)
{
	return wcscasecmp_l(a, b, locale);
}

int __wcsncasecmp_l(const wchar_t *a, const wchar_t *b, size_t n, locale_t locale)
{
	return wcsncasecmp_l(a, b, n, locale);
}

/* The mask is one of glibc's bits _ISupper ... _ISalnum in the machine's byte order. */
int __isctype(int c, int mask)
{
	extern const unsigned short **__ctype_b_loc(void);
	return (*__ctype_b_loc())[c] & mask;
}

int isctype(int c, int mask)
{
	return __isctype(c, mask);
}

int __isascii_l(int c, locale_t locale)
{
	(void)locale;
	return isascii(c);
}

int __toascii_l(int c, locale_t locale)
{
	(void)locale;
	return toascii(c);
}

#undef _tolower
#undef _toupper

int _tolower(int c)
{
	return tolower(c);
}

int _toupper(int c)
{
	return toupper(c);
}
