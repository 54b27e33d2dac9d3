/* recipe: __dprintf_chk
 * symbols: __dprintf_chk __vdprintf_chk
 * kind: wrapper
 * glibc: GLIBC_2.8
 * arch: any
 * needs: _internal_printf_check _internal_printf_format
 * fidelity: equivalent
 * differs: the diagnostic text on abort; conversions are those of musl's printf
 * spec: POSIX.1-2024 dprintf(), vdprintf()
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_printf.h"
#include <stdarg.h>
#include <stdio.h>

int __vdprintf_chk(int fd, int flag, const char *restrict format, va_list ap)
{
	mc_printf_check(flag, format);
	MC_PRINTF_PLAIN(plain, format);
	return vdprintf(fd, plain, ap);
}

int __dprintf_chk(int fd, int flag, const char *restrict format, ...)
{
	va_list ap;
	va_start(ap, format);
	int n = __vdprintf_chk(fd, flag, format, ap);
	va_end(ap);
	return n;
}
