/* recipe: __wmempcpy_chk
 * symbols: __wmempcpy_chk
 * kind: wrapper
 * glibc: GLIBC_2.4
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: glibc manual "Copying Strings and Arrays", wmempcpy; room counts wide characters
 * scope: public
 */
#include "include/mc_chk.h"
#include <wchar.h>

wchar_t *__wmempcpy_chk(wchar_t *restrict d, const wchar_t *restrict s, size_t n, size_t room)
{
	mc_chk(n, room);
	return wmemcpy(d, s, n) + n;
}
