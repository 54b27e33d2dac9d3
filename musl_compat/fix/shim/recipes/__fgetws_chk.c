/* recipe: __fgetws_chk
 * symbols: __fgetws_chk __fgetws_unlocked_chk
 * kind: wrapper
 * glibc: GLIBC_2.4
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: C11 7.29.3.2; room counts wide characters
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_chk.h"
#include <stdio.h>
#include <wchar.h>

wchar_t *__fgetws_chk(wchar_t *restrict b, size_t room, int n, FILE *restrict f)
{
	if (n <= 0) return NULL;
	size_t have = 0;
	wint_t c = 0;
	flockfile(f);
	while (have + 1 < (size_t)n && c != L'\n') {
		c = fgetwc(f);
		if (c == WEOF) break;
		mc_chk(have + 2, room);
		b[have++] = (wchar_t)c;
	}
	int none = n > 1 && c == WEOF && (have == 0 || ferror(f));
	funlockfile(f);
	if (none) return NULL;
	mc_chk(have + 1, room);
	b[have] = 0;
	return b;
}

wchar_t *__fgetws_unlocked_chk(wchar_t *restrict b, size_t room, int n, FILE *restrict f)
{
	return __fgetws_chk(b, room, n, f);
}
