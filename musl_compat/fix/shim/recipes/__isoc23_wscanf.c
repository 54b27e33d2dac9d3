/* recipe: __isoc23_wscanf
 * symbols: __isoc23_wscanf __isoc23_fwscanf __isoc23_swscanf __isoc23_vwscanf __isoc23_vfwscanf
 *   __isoc23_vswscanf
 * kind: alias
 * glibc: GLIBC_2.38
 * arch: any
 * needs: -
 * fidelity: degraded
 * differs: %i does not read the prefix 0b, and there is no %b
 * spec: C23 7.31.2.2; glibc 2.38 release notes
 * scope: public
 */
#include <stdarg.h>
#include <stdio.h>
#include <wchar.h>

int __isoc23_vfwscanf(FILE *restrict f, const wchar_t *restrict format, va_list ap)
{
	return vfwscanf(f, format, ap);
}

int __isoc23_vwscanf(const wchar_t *restrict format, va_list ap)
{
	return vfwscanf(stdin, format, ap);
}

int __isoc23_vswscanf(const wchar_t *restrict s, const wchar_t *restrict format, va_list ap)
{
	return vswscanf(s, format, ap);
}

int __isoc23_fwscanf(FILE *restrict f, const wchar_t *restrict format, ...)
{
	va_list ap;
	va_start(ap, format);
	int n = vfwscanf(f, format, ap);
	va_end(ap);
	return n;
}

int __isoc23_wscanf(const wchar_t *restrict format, ...)
{
	va_list ap;
	va_start(ap, format);
	int n = vfwscanf(stdin, format, ap);
	va_end(ap);
	return n;
}

int __isoc23_swscanf(const wchar_t *restrict s, const wchar_t *restrict format, ...)
{
	va_list ap;
	va_start(ap, format);
	int n = vswscanf(s, format, ap);
	va_end(ap);
	return n;
}
