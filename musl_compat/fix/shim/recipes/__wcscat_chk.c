/* recipe: __wcscat_chk
 * symbols: __wcscat_chk __wcsncat_chk
 * kind: wrapper
 * glibc: GLIBC_2.4
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: C11 7.29.4.3; room counts wide characters
 * scope: public
 */
#include "include/mc_chk.h"
#include <wchar.h>

wchar_t *__wcscat_chk(wchar_t *restrict d, const wchar_t *restrict s, size_t room)
{
	size_t have = wcsnlen(d, room), n = wcslen(s) + 1;
	mc_chk(n, room - have);
	wmemcpy(d + have, s, n);
	return d;
}

wchar_t *__wcsncat_chk(wchar_t *restrict d, const wchar_t *restrict s, size_t n, size_t room)
{
	size_t have = wcsnlen(d, room), len = wcsnlen(s, n);
	mc_chk(len + 1, room - have);
	wmemcpy(d + have, s, len);
	d[have + len] = 0;
	return d;
}
