/* recipe: __mbstowcs_chk
 * symbols: __mbstowcs_chk
 * kind: wrapper
 * glibc: GLIBC_2.4
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: LSB 5.0 fortify interfaces; otherwise mbstowcs(), POSIX.1-2024 or Linux man-pages
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_chk.h"
#include <stdlib.h>

size_t __mbstowcs_chk(wchar_t *restrict d, const char *restrict s, size_t n, size_t room)
{
	mc_chk(n, room);
	return mbstowcs(d, s, n);
}
