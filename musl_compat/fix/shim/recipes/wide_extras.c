/* recipe: wide_extras
 * symbols: wcschrnul wmempcpy
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: glibc manual "Search Functions", "Copying Strings and Arrays"
 * scope: public
 */
#include <wchar.h>

wchar_t *wcschrnul(const wchar_t *s, wchar_t c)
{
	while (*s && *s != c) s++;
	return (wchar_t *)s;
}

wchar_t *wmempcpy(wchar_t *restrict d, const wchar_t *restrict s, size_t n)
{
	return wmemcpy(d, s, n) + n;
}
