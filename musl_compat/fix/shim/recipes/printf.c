/* recipe: printf
 * symbols: printf vprintf fprintf vfprintf sprintf vsprintf snprintf vsnprintf asprintf vasprintf dprintf vdprintf
 * kind: wrapper
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: _internal_printf_format
 * fidelity: equivalent
 * differs: conversions are those of musl's printf, so %b and %B are refused and the locale's digits and groups not printed;
 *   %1$Lu has 64 bits, of which glibc takes 32 on 64-bit machines
 * spec: glibc manual, "Formatted Output": L and q as ll, Z as z, the flag I; snprintf takes a size above INT_MAX
 * scope: private
 */
#define _GNU_SOURCE
#include "include/mc_printf.h"
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>

int __mc_vfprintf(FILE *restrict f, const char *restrict format, va_list ap)
{
	MC_PRINTF_PLAIN(plain, format);
	return vfprintf(f, plain, ap);
}

int __mc_vprintf(const char *restrict format, va_list ap)
{
	return __mc_vfprintf(stdout, format, ap);
}

int __mc_vsnprintf(char *restrict b, size_t n, const char *restrict format, va_list ap)
{
	MC_PRINTF_PLAIN(plain, format);
	/* musl before 1.2.5 fails with EOVERFLOW for more */
	return vsnprintf(b, n > INT_MAX ? INT_MAX : n, plain, ap);
}

int __mc_vsprintf(char *restrict b, const char *restrict format, va_list ap)
{
	return __mc_vsnprintf(b, INT_MAX, format, ap);
}

int __mc_vasprintf(char **restrict out, const char *restrict format, va_list ap)
{
	MC_PRINTF_PLAIN(plain, format);
	return vasprintf(out, plain, ap);
}

int __mc_vdprintf(int fd, const char *restrict format, va_list ap)
{
	MC_PRINTF_PLAIN(plain, format);
	return vdprintf(fd, plain, ap);
}

#define PASS(call) \
	va_list ap; \
	va_start(ap, format); \
	int n_ = call; \
	va_end(ap); \
	return n_

int __mc_printf(const char *restrict format, ...)
{
	PASS(__mc_vfprintf(stdout, format, ap));
}

int __mc_fprintf(FILE *restrict f, const char *restrict format, ...)
{
	PASS(__mc_vfprintf(f, format, ap));
}

int __mc_sprintf(char *restrict b, const char *restrict format, ...)
{
	PASS(__mc_vsnprintf(b, INT_MAX, format, ap));
}

int __mc_snprintf(char *restrict b, size_t n, const char *restrict format, ...)
{
	PASS(__mc_vsnprintf(b, n, format, ap));
}

int __mc_asprintf(char **restrict out, const char *restrict format, ...)
{
	PASS(__mc_vasprintf(out, format, ap));
}

int __mc_dprintf(int fd, const char *restrict format, ...)
{
	PASS(__mc_vdprintf(fd, format, ap));
}
