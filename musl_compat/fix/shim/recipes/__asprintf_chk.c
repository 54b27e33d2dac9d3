/* recipe: __asprintf_chk
 * symbols: __asprintf_chk __vasprintf_chk
 * kind: wrapper
 * glibc: GLIBC_2.8
 * arch: any
 * needs: _internal_printf_check _internal_printf_format
 * fidelity: equivalent
 * differs: the diagnostic text on abort; conversions are those of musl's printf
 * spec: LSB 5.0 __vasprintf_chk; POSIX.1-2024 asprintf()
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_printf.h"
#include <stdarg.h>
#include <stdio.h>

int __vasprintf_chk(char **restrict out, int flag, const char *restrict format, va_list ap)
{
	mc_printf_check(flag, format);
	MC_PRINTF_PLAIN(plain, format);
	return vasprintf(out, plain, ap);
}

int __asprintf_chk(char **restrict out, int flag, const char *restrict format, ...)
{
	va_list ap;
	va_start(ap, format);
	int n = __vasprintf_chk(out, flag, format, ap);
	va_end(ap);
	return n;
}
