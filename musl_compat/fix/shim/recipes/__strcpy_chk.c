/* recipe: __strcpy_chk
 * symbols: __strcpy_chk
 * kind: wrapper
 * glibc: GLIBC_2.3.4
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: LSB 5.0 __strcpy_chk; C11 7.24.2.3
 * scope: public
 */
#include "include/mc_chk.h"
#include <string.h>

char *__strcpy_chk(char *restrict d, const char *restrict s, size_t room)
{
	size_t n = strlen(s) + 1;
	mc_chk(n, room);
	return memcpy(d, s, n);
}
