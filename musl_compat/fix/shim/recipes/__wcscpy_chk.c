/* recipe: __wcscpy_chk
 * symbols: __wcscpy_chk __wcpcpy_chk
 * kind: wrapper
 * glibc: GLIBC_2.4
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: C11 7.29.4.2.1, POSIX.1-2024 wcpcpy(); room counts wide characters
 * scope: public
 */
#include "include/mc_chk.h"
#include <wchar.h>

wchar_t *__wcscpy_chk(wchar_t *restrict d, const wchar_t *restrict s, size_t room)
{
	size_t n = wcslen(s) + 1;
	mc_chk(n, room);
	return wmemcpy(d, s, n);
}

wchar_t *__wcpcpy_chk(wchar_t *restrict d, const wchar_t *restrict s, size_t room)
{
	size_t n = wcslen(s);
	mc_chk(n + 1, room);
	return wmemcpy(d, s, n + 1) + n;
}
