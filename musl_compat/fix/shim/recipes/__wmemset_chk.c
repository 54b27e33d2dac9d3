/* recipe: __wmemset_chk
 * symbols: __wmemset_chk
 * kind: wrapper
 * glibc: GLIBC_2.4
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: LSB 5.0 fortify interfaces; otherwise wmemset(), POSIX.1-2024 or Linux man-pages
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_chk.h"
#include <wchar.h>

wchar_t *__wmemset_chk(wchar_t *d, wchar_t c, size_t n, size_t room)
{
	mc_chk(n, room);
	return wmemset(d, c, n);
}
