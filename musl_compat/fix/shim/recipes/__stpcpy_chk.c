/* recipe: __stpcpy_chk
 * symbols: __stpcpy_chk
 * kind: wrapper
 * glibc: GLIBC_2.3.4
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: LSB 5.0 __stpcpy_chk; POSIX.1-2024 stpcpy()
 * scope: public
 */
#include "include/mc_chk.h"
#include <string.h>

char *__stpcpy_chk(char *restrict d, const char *restrict s, size_t room)
{
	size_t n = strlen(s);
	mc_chk(n + 1, room);
	return (char *)memcpy(d, s, n + 1) + n;
}
