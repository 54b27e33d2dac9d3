/* recipe: __fgets_chk
 * symbols: __fgets_chk __fgets_unlocked_chk
 * kind: wrapper
 * glibc: GLIBC_2.4
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: LSB 5.0 __fgets_chk; C11 7.21.7.2
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_chk.h"
#include <stdio.h>

/* Only data that really overflows aborts: a caller may give n > room and be right about the file. */
char *__fgets_unlocked_chk(char *restrict b, size_t room, int n, FILE *restrict f)
{
	if (n <= 0) return NULL;
	size_t have = 0;
	int c = 0;
	while (have + 1 < (size_t)n && c != '\n') {
		c = getc_unlocked(f);
		if (c == EOF) break;
		mc_chk(have + 2, room);
		b[have++] = (char)c;
	}
	if (n > 1 && c == EOF && (have == 0 || ferror_unlocked(f))) return NULL;
	mc_chk(have + 1, room);
	b[have] = 0;
	return b;
}

char *__fgets_chk(char *restrict b, size_t room, int n, FILE *restrict f)
{
	flockfile(f);
	char *line = __fgets_unlocked_chk(b, room, n, f);
	funlockfile(f);
	return line;
}
