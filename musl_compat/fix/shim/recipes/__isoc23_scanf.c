/* recipe: __isoc23_scanf
 * symbols: __isoc23_scanf __isoc23_fscanf __isoc23_sscanf __isoc23_vscanf __isoc23_vfscanf __isoc23_vsscanf
 * kind: implementation
 * glibc: GLIBC_2.38
 * arch: any
 * needs: _internal_scanf_c23
 * fidelity: equivalent
 * differs: with positions (%1$i) the prefix 0b is not read
 * spec: C23 7.23.6.2; glibc 2.38 release notes
 * scope: public
 */
#include "include/mc_scanf.h"

int __isoc23_vfscanf(FILE *restrict f, const char *restrict format, va_list ap)
{
	return mc_vfscanf_c23(f, format, ap);
}

int __isoc23_vscanf(const char *restrict format, va_list ap)
{
	return mc_vfscanf_c23(stdin, format, ap);
}

int __isoc23_vsscanf(const char *restrict s, const char *restrict format, va_list ap)
{
	return mc_vsscanf_c23(s, format, ap);
}

int __isoc23_fscanf(FILE *restrict f, const char *restrict format, ...)
{
	va_list ap;
	va_start(ap, format);
	int n = mc_vfscanf_c23(f, format, ap);
	va_end(ap);
	return n;
}

int __isoc23_scanf(const char *restrict format, ...)
{
	va_list ap;
	va_start(ap, format);
	int n = mc_vfscanf_c23(stdin, format, ap);
	va_end(ap);
	return n;
}

int __isoc23_sscanf(const char *restrict s, const char *restrict format, ...)
{
	va_list ap;
	va_start(ap, format);
	int n = mc_vsscanf_c23(s, format, ap);
	va_end(ap);
	return n;
}
