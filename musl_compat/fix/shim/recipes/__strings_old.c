/* recipe: __strings_old
 * symbols: __strdup __strndup __stpcpy __stpncpy __mempcpy __strtok_r __strcasecmp __strcasestr __strverscmp
 *   __bzero __ffs __memcmpeq __strerror_r
 * kind: alias
 * glibc: GLIBC_2.2.5 GLIBC_2.35
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: __strerror_r gives musl's text
 * spec: the functions without the leading underscores; Linux man-pages; __memcmpeq: x86-64 and other psABI
 *   compiler helpers
 * scope: public
 */
#define _GNU_SOURCE
#include <string.h>
#include <strings.h>

char *__strdup(const char *s)
{
	return strdup(s);
}

char *__strndup(const char *s, size_t n)
{
	return strndup(s, n);
}

char *__stpcpy(char *restrict d, const char *restrict s)
{
	return stpcpy(d, s);
}

char *__stpncpy(char *restrict d, const char *restrict s, size_t n)
{
	return stpncpy(d, s, n);
}

void *__mempcpy(void *restrict d, const void *restrict s, size_t n)
{
	return (char *)memcpy(d, s, n) + n;
}

char *__strtok_r(char *restrict s, const char *restrict delimiters, char **restrict rest)
{
	return strtok_r(s, delimiters, rest);
}

int __strcasecmp(const char *a, const char *b)
{
	return strcasecmp(a, b);
}

char *__strcasestr(const char *s, const char *part)
{
	return strcasestr(s, part);
}

int __strverscmp(const char *a, const char *b)
{
	return strverscmp(a, b);
}

void __bzero(void *s, size_t n)
{
	memset(s, 0, n);
}

int __ffs(int bits)
{
	return ffs(bits);
}

int __memcmpeq(const void *a, const void *b, size_t n)
{
	return memcmp(a, b, n);
}

/* glibc's own meaning: the text is returned, the buffer used only for what has no constant text. */
char *__strerror_r(int code, char *buffer, size_t n)
{
	(void)buffer;
	(void)n;
	return strerror(code);
}
