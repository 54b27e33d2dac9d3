/* recipe: b64
 * symbols: __b64_ntop __b64_pton
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: RFC 4648 section 4; the interface of BIND's b64_ntop and b64_pton (lengths, -1 on error, white space skipped)
 * scope: public
 */
#include <ctype.h>
#include <stddef.h>
#include <string.h>

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

int __b64_ntop(const unsigned char *from, size_t length, char *to, size_t size)
{
	size_t used = 0;

	for (size_t i = 0; i < length; i += 3) {
		size_t left = length - i;
		unsigned v = (unsigned)from[i] << 16 | (left > 1 ? (unsigned)from[i + 1] << 8 : 0) | (left > 2 ? from[i + 2] : 0);
		if (used + 4 > size)
			return -1;
		to[used++] = digits[v >> 18];
		to[used++] = digits[v >> 12 & 63];
		to[used++] = left > 1 ? digits[v >> 6 & 63] : '=';
		to[used++] = left > 2 ? digits[v & 63] : '=';
	}
	if (used >= size)
		return -1;
	to[used] = '\0';
	return (int)used;
}

static int next(const char **from)
{
	while (isspace((unsigned char)**from))
		++*from;
	return **from ? (unsigned char)*(*from)++ : 0;
}

/* Bits that are left over claim a place after the byte, as in BIND, even when they turn out to be padding. */
static int put(unsigned char *to, size_t size, size_t at, unsigned value, unsigned bits)
{
	if (to && at + (bits != 0) >= size)
		return 0;
	if (to)
		to[at] = (unsigned char)value;
	return 1;
}

/* to may be null: the length is counted. */
int __b64_pton(const char *from, unsigned char *to, size_t size)
{
	unsigned held = 0, bits = 0;
	size_t used = 0;
	int c;

	while ((c = next(&from)) && c != '=') {
		const char *digit = strchr(digits, c);
		if (!digit)
			return -1;
		held = (held << 6 | (unsigned)(digit - digits)) & 0xffff;
		bits += 6;
		if (bits >= 8) {
			bits -= 8;
			if (!put(to, size, used++, held >> bits & 255, bits))
				return -1;
		}
	}
	if (!c)
		return bits == 0 ? (int)used : -1;
	/* "=" ends two digits' worth with another "=" after it, or three digits' worth alone; the bits left over are 0. */
	if (bits != 4 && bits != 2)
		return -1;
	if (bits == 4 && next(&from) != '=')
		return -1;
	if (next(&from) || (to && held & ((1U << bits) - 1)))
		return -1;
	return (int)used;
}
