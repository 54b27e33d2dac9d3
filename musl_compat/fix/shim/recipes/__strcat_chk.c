/* recipe: __strcat_chk
 * symbols: __strcat_chk
 * kind: wrapper
 * glibc: GLIBC_2.3.4
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: LSB 5.0 __strcat_chk; C11 7.24.3.1
 * scope: public
 */
#include "include/mc_chk.h"
#include <string.h>

char *__strcat_chk(char *restrict d, const char *restrict s, size_t room)
{
	size_t have = strnlen(d, room), n = strlen(s) + 1;
	mc_chk(n, room - have);
	memcpy(d + have, s, n);
	return d;
}
