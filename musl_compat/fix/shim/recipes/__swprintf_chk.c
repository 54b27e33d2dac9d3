/* recipe: __swprintf_chk
 * symbols: __swprintf_chk __vswprintf_chk
 * kind: wrapper
 * glibc: GLIBC_2.4
 * arch: any
 * needs: __chk_fail _internal_printf_check
 * fidelity: equivalent
 * differs: the diagnostic text on abort; conversions are those of musl's printf
 * spec: C11 7.29.2.3, 7.29.2.7
 * scope: public
 */
#include "include/mc_chk.h"
#include "include/mc_printf.h"
#include <limits.h>
#include <stdarg.h>
#include <wchar.h>

int __vswprintf_chk(wchar_t *restrict b, size_t n, int flag, size_t room, const wchar_t *restrict format, va_list ap)
{
	mc_chk(n, room);
	mc_wprintf_check(flag, format);
	return vswprintf(b, n > INT_MAX ? INT_MAX : n, format, ap);
}

int __swprintf_chk(wchar_t *restrict b, size_t n, int flag, size_t room, const wchar_t *restrict format, ...)
{
	va_list ap;
	va_start(ap, format);
	int len = __vswprintf_chk(b, n, flag, room, format, ap);
	va_end(ap);
	return len;
}
