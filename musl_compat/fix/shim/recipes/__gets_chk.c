/* recipe: __gets_chk
 * symbols: __gets_chk
 * kind: wrapper
 * glibc: GLIBC_2.3.4
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: LSB 5.0 __gets_chk; C99 7.19.7.7
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_chk.h"
#include <stdio.h>

char *__gets_chk(char *b, size_t room)
{
	size_t have = 0;
	int c;
	if (!room) mc_chk_fail();
	flockfile(stdin);
	while ((c = getc_unlocked(stdin)) != EOF && c != '\n') {
		mc_chk(have + 2, room);
		b[have++] = (char)c;
	}
	int none = c == EOF && (have == 0 || ferror_unlocked(stdin));
	funlockfile(stdin);
	if (none) return NULL;
	b[have] = 0;
	return b;
}
