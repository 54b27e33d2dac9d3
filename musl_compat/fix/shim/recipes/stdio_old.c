/* recipe: stdio_old
 * symbols: __asprintf __vsnprintf __vsscanf __vfscanf fcloseall tmpnam_r
 * kind: alias
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: fcloseall flushes and leaves the streams open
 * spec: POSIX.1-2024, the functions without the leading underscores; Linux man-pages fcloseall(3), tmpnam(3)
 * scope: public
 */
#define _GNU_SOURCE
#include <stdarg.h>
#include <stdio.h>

int __vsnprintf(char *restrict b, size_t n, const char *restrict format, va_list ap)
{
	return vsnprintf(b, n, format, ap);
}

int __vsscanf(const char *restrict s, const char *restrict format, va_list ap)
{
	return vsscanf(s, format, ap);
}

int __vfscanf(FILE *restrict f, const char *restrict format, va_list ap)
{
	return vfscanf(f, format, ap);
}

int __asprintf(char **out, const char *format, ...)
{
	va_list ap;
	va_start(ap, format);
	int n = vasprintf(out, format, ap);
	va_end(ap);
	return n;
}

int fcloseall(void)
{
	return fflush(NULL);
}

char *tmpnam_r(char *name)
{
	return name ? tmpnam(name) : NULL;
}
