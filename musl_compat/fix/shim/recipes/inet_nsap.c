/* recipe: inet_nsap
 * symbols: inet_nsap_addr inet_nsap_ntoa
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: RFC 1706; 4.4BSD inet_nsap_ntoa(3)
 * scope: public
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static int digit(int c)
{
	return isdigit(c) ? c - '0' : tolower(c) - 'a' + 10;
}

unsigned inet_nsap_addr(const char *text, unsigned char *binary, int most)
{
	int n = 0;
	for (; *text && n < most; text++) {
		if (*text == '.' || *text == '+' || *text == '/') continue;
		if (!isxdigit((unsigned char)text[0]) || !isxdigit((unsigned char)text[1])) return 0;
		binary[n++] = (unsigned char)(digit((unsigned char)text[0]) << 4 | digit((unsigned char)text[1]));
		text++;
	}
	return (unsigned)n;
}

char *inet_nsap_ntoa(int n, const unsigned char *binary, char *text)
{
	static _Thread_local char own[255 * 3];
	static const char hex[] = "0123456789ABCDEF";
	char *start = text ? text : own, *p = start;
	if (n > 255) n = 255;
	for (int i = 0; i < n; i++) {
		*p++ = hex[binary[i] >> 4];
		*p++ = hex[binary[i] & 15];
		if (i % 2 == 0 && i + 1 < n) *p++ = '.';
	}
	*p = 0;
	return start;
}
