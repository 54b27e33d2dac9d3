/* recipe: __wctomb_chk
 * symbols: __wctomb_chk __wcrtomb_chk
 * kind: wrapper
 * glibc: GLIBC_2.4
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: C11 7.22.7.3, 7.29.6.3.3
 * scope: public
 */
#include "include/mc_chk.h"
#include <stdlib.h>
#include <wchar.h>

/* Asks for less than glibc (MB_CUR_MAX is 6 there in UTF-8, 4 here), which is never stricter. */
int __wctomb_chk(char *s, wchar_t c, size_t room)
{
	mc_chk(MB_CUR_MAX, room);
	return wctomb(s, c);
}

size_t __wcrtomb_chk(char *restrict s, wchar_t c, mbstate_t *restrict st, size_t room)
{
	mc_chk(MB_CUR_MAX, room);
	return wcrtomb(s, c, st);
}
