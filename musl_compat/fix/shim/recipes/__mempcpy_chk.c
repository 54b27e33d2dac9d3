/* recipe: __mempcpy_chk
 * symbols: __mempcpy_chk
 * kind: wrapper
 * glibc: GLIBC_2.3.4
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: LSB 5.0 __mempcpy_chk; POSIX.1-2024 mempcpy()
 * scope: public
 */
#include "include/mc_chk.h"
#include <string.h>

void *__mempcpy_chk(void *restrict d, const void *restrict s, size_t n, size_t room)
{
	mc_chk(n, room);
	return (char *)memcpy(d, s, n) + n;
}
