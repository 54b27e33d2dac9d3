/* recipe: __printf_chk
 * symbols: __printf_chk __vprintf_chk __fprintf_chk __vfprintf_chk
 * kind: wrapper
 * glibc: GLIBC_2.3.4
 * arch: any
 * needs: _internal_printf_check _internal_printf_format
 * fidelity: equivalent
 * differs: the diagnostic text on abort; conversions are those of musl's printf
 * spec: LSB 5.0 __printf_chk, __fprintf_chk; C11 7.21.6
 * scope: public
 */
#include "include/mc_printf.h"
#include <stdarg.h>
#include <stdio.h>

int __vfprintf_chk(FILE *restrict f, int flag, const char *restrict format, va_list ap)
{
	mc_printf_check(flag, format);
	MC_PRINTF_PLAIN(plain, format);
	return vfprintf(f, plain, ap);
}

int __vprintf_chk(int flag, const char *restrict format, va_list ap)
{
	return __vfprintf_chk(stdout, flag, format, ap);
}

int __fprintf_chk(FILE *restrict f, int flag, const char *restrict format, ...)
{
	va_list ap;
	va_start(ap, format);
	int n = __vfprintf_chk(f, flag, format, ap);
	va_end(ap);
	return n;
}

int __printf_chk(int flag, const char *restrict format, ...)
{
	va_list ap;
	va_start(ap, format);
	int n = __vfprintf_chk(stdout, flag, format, ap);
	va_end(ap);
	return n;
}
