/* recipe: __wcsnrtombs_chk
 * symbols: __wcsnrtombs_chk
 * kind: wrapper
 * glibc: GLIBC_2.4
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: LSB 5.0 fortify interfaces; otherwise wcsnrtombs(), POSIX.1-2024 or Linux man-pages
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_chk.h"
#include <wchar.h>

size_t __wcsnrtombs_chk(char *restrict d, const wchar_t **restrict s, size_t chars, size_t n, mbstate_t *restrict st, size_t room)
{
	mc_chk(n, room);
	return wcsnrtombs(d, s, chars, n, st);
}
