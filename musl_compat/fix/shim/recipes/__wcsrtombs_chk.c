/* recipe: __wcsrtombs_chk
 * symbols: __wcsrtombs_chk
 * kind: wrapper
 * glibc: GLIBC_2.4
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: LSB 5.0 fortify interfaces; otherwise wcsrtombs(), POSIX.1-2024 or Linux man-pages
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_chk.h"
#include <wchar.h>

size_t __wcsrtombs_chk(char *restrict d, const wchar_t **restrict s, size_t n, mbstate_t *restrict st, size_t room)
{
	mc_chk(n, room);
	return wcsrtombs(d, s, n, st);
}
