/* recipe: rawmemchr
 * symbols: rawmemchr __rawmemchr
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages rawmemchr(3)
 * scope: public
 */
#include <stdint.h>
#include <string.h>

void *rawmemchr(const void *s, int c)
{
	const unsigned char *p = s;
	if (!(unsigned char)c) return (char *)s + strlen(s);
	while (*p != (unsigned char)c) p++;
	return (void *)p;
}

void *__rawmemchr(const void *s, int c)
{
	return rawmemchr(s, c);
}
