/* recipe: __memset_chk
 * symbols: __memset_chk
 * kind: wrapper
 * glibc: GLIBC_2.3.4
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: LSB 5.0 fortify interfaces; otherwise memset(), POSIX.1-2024 or Linux man-pages
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_chk.h"
#include <string.h>

void *__memset_chk(void *d, int c, size_t n, size_t room)
{
	mc_chk(n, room);
	return memset(d, c, n);
}
