/* recipe: __mbsnrtowcs_chk
 * symbols: __mbsnrtowcs_chk
 * kind: wrapper
 * glibc: GLIBC_2.4
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: LSB 5.0 fortify interfaces; otherwise mbsnrtowcs(), POSIX.1-2024 or Linux man-pages
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_chk.h"
#include <wchar.h>

size_t __mbsnrtowcs_chk(wchar_t *restrict d, const char **restrict s, size_t bytes, size_t n, mbstate_t *restrict st, size_t room)
{
	mc_chk(n, room);
	return mbsnrtowcs(d, s, bytes, n, st);
}
