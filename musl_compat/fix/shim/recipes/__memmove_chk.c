/* recipe: __memmove_chk
 * symbols: __memmove_chk
 * kind: wrapper
 * glibc: GLIBC_2.3.4
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: LSB 5.0 fortify interfaces; otherwise memmove(), POSIX.1-2024 or Linux man-pages
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_chk.h"
#include <string.h>

void *__memmove_chk(void *d, const void *s, size_t n, size_t room)
{
	mc_chk(n, room);
	return memmove(d, s, n);
}
