/* recipe: __sprintf_chk
 * symbols: __sprintf_chk __vsprintf_chk __snprintf_chk __vsnprintf_chk
 * kind: wrapper
 * glibc: GLIBC_2.3.4
 * arch: any
 * needs: __chk_fail _internal_printf_check _internal_printf_format
 * fidelity: equivalent
 * differs: the diagnostic text on abort; conversions are those of musl's printf
 * spec: LSB 5.0 __sprintf_chk, __snprintf_chk; C11 7.21.6
 * scope: public
 */
#include "include/mc_chk.h"
#include "include/mc_printf.h"
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>

int __vsnprintf_chk(char *restrict b, size_t n, int flag, size_t room, const char *restrict format, va_list ap)
{
	mc_chk(n, room);
	mc_printf_check(flag, format);
	MC_PRINTF_PLAIN(plain, format);
	/* musl fails with EOVERFLOW for more than INT_MAX, where glibc prints */
	return vsnprintf(b, n > INT_MAX ? INT_MAX : n, plain, ap);
}

int __snprintf_chk(char *restrict b, size_t n, int flag, size_t room, const char *restrict format, ...)
{
	va_list ap;
	va_start(ap, format);
	int len = __vsnprintf_chk(b, n, flag, room, format, ap);
	va_end(ap);
	return len;
}

int __vsprintf_chk(char *restrict b, int flag, size_t room, const char *restrict format, va_list ap)
{
	if (!room) mc_chk_fail();
	mc_printf_check(flag, format);
	MC_PRINTF_PLAIN(plain, format);
	int len = vsnprintf(b, room > INT_MAX ? INT_MAX : room, plain, ap);
	if (len >= 0 && (size_t)len >= room) mc_chk_fail();
	return len;
}

int __sprintf_chk(char *restrict b, int flag, size_t room, const char *restrict format, ...)
{
	va_list ap;
	va_start(ap, format);
	int len = __vsprintf_chk(b, flag, room, format, ap);
	va_end(ap);
	return len;
}
