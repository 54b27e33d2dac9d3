/* recipe: __wmemmove_chk
 * symbols: __wmemmove_chk
 * kind: wrapper
 * glibc: GLIBC_2.4
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: LSB 5.0 fortify interfaces; otherwise wmemmove(), POSIX.1-2024 or Linux man-pages
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_chk.h"
#include <wchar.h>

wchar_t *__wmemmove_chk(wchar_t *d, const wchar_t *s, size_t n, size_t room)
{
	mc_chk(n, room);
	return wmemmove(d, s, n);
}
