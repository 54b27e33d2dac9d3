/* recipe: __strncat_chk
 * symbols: __strncat_chk
 * kind: wrapper
 * glibc: GLIBC_2.3.4
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: LSB 5.0 __strncat_chk; C11 7.24.3.2
 * scope: public
 */
#include "include/mc_chk.h"
#include <string.h>

char *__strncat_chk(char *restrict d, const char *restrict s, size_t n, size_t room)
{
	size_t have = strnlen(d, room), len = strnlen(s, n);
	/* what is written decides, not n: strncat(b, short, sizeof b) is common and harmless */
	mc_chk(len + 1, room - have);
	memcpy(d + have, s, len);
	d[have + len] = 0;
	return d;
}
