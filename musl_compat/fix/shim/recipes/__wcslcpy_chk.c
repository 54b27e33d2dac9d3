/* recipe: __wcslcpy_chk
 * symbols: __wcslcpy_chk __wcslcat_chk
 * kind: wrapper
 * glibc: GLIBC_2.38
 * arch: any
 * needs: __chk_fail wcslcpy
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: OpenBSD manual wcslcpy(3); room counts wide characters
 * scope: public
 */
#include "include/mc_chk.h"
#include <wchar.h>

size_t wcslcpy(wchar_t *restrict, const wchar_t *restrict, size_t);
size_t wcslcat(wchar_t *restrict, const wchar_t *restrict, size_t);

size_t __wcslcpy_chk(wchar_t *restrict d, const wchar_t *restrict s, size_t n, size_t room)
{
	mc_chk(n, room);
	return wcslcpy(d, s, n);
}

size_t __wcslcat_chk(wchar_t *restrict d, const wchar_t *restrict s, size_t n, size_t room)
{
	mc_chk(n, room);
	return wcslcat(d, s, n);
}
