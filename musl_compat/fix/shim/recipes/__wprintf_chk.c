/* recipe: __wprintf_chk
 * symbols: __wprintf_chk __vwprintf_chk __fwprintf_chk __vfwprintf_chk
 * kind: wrapper
 * glibc: GLIBC_2.4
 * arch: any
 * needs: _internal_printf_check
 * fidelity: equivalent
 * differs: the diagnostic text on abort; conversions are those of musl's printf
 * spec: C11 7.29.2
 * scope: public
 */
#include "include/mc_printf.h"
#include <stdarg.h>
#include <stdio.h>
#include <wchar.h>

int __vfwprintf_chk(FILE *restrict f, int flag, const wchar_t *restrict format, va_list ap)
{
	mc_wprintf_check(flag, format);
	return vfwprintf(f, format, ap);
}

int __vwprintf_chk(int flag, const wchar_t *restrict format, va_list ap)
{
	return __vfwprintf_chk(stdout, flag, format, ap);
}

int __fwprintf_chk(FILE *restrict f, int flag, const wchar_t *restrict format, ...)
{
	va_list ap;
	va_start(ap, format);
	int n = __vfwprintf_chk(f, flag, format, ap);
	va_end(ap);
	return n;
}

int __wprintf_chk(int flag, const wchar_t *restrict format, ...)
{
	va_list ap;
	va_start(ap, format);
	int n = __vfwprintf_chk(stdout, flag, format, ap);
	va_end(ap);
	return n;
}
