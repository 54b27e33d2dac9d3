/* recipe: __syslog_chk
 * symbols: __syslog_chk __vsyslog_chk
 * kind: wrapper
 * glibc: GLIBC_2.4
 * arch: any
 * needs: _internal_printf_check _internal_printf_format
 * fidelity: equivalent
 * differs: the diagnostic text on abort; conversions are those of musl's printf
 * spec: LSB 5.0 __syslog_chk; POSIX.1-2024 syslog()
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_printf.h"
#include <stdarg.h>
#include <syslog.h>

void __vsyslog_chk(int priority, int flag, const char *format, va_list ap)
{
	mc_printf_check(flag, format);
	MC_PRINTF_PLAIN(plain, format);
	vsyslog(priority, plain, ap);
}

void __syslog_chk(int priority, int flag, const char *format, ...)
{
	va_list ap;
	va_start(ap, format);
	__vsyslog_chk(priority, flag, format, ap);
	va_end(ap);
}
