/* recipe: wcslcpy
 * symbols: wcslcpy wcslcat
 * kind: implementation
 * glibc: GLIBC_2.38
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: OpenBSD manual wcslcpy(3); POSIX.1-2024 wcslcpy()
 * scope: public
 */
#include <wchar.h>

size_t wcslcpy(wchar_t *restrict d, const wchar_t *restrict s, size_t n)
{
	size_t len = wcslen(s);
	if (n) {
		size_t take = len < n ? len : n - 1;
		wmemcpy(d, s, take);
		d[take] = 0;
	}
	return len;
}

size_t wcslcat(wchar_t *restrict d, const wchar_t *restrict s, size_t n)
{
	size_t have = wcsnlen(d, n);
	return have + (have == n ? wcslen(s) : wcslcpy(d + have, s, n - have));
}
