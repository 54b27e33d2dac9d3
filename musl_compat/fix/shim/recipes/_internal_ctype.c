/* recipe: _internal_ctype
 * symbols: -
 * kind: internal
 * glibc: -
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: LSB 5.0, __ctype_b_loc, __ctype_tolower_loc, __ctype_toupper_loc; <ctype.h> of glibc for the bits; POSIX locale of XBD
 *   7.3.1
 * scope: public
 */
#include "include/mc_ctype.h"

uint16_t mc_ctype_class[384];
int32_t mc_ctype_lower[384], mc_ctype_upper[384];

/* Bit n of the class in glibc's order, which swaps the bytes on little-endian machines. */
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define BIT(n) (1U << (n))
#else
#define BIT(n) ((n) < 8 ? 1U << (n) << 8 : 1U << (n) >> 8)
#endif

enum { UPPER, LOWER, ALPHA, DIGIT, XDIGIT, SPACE, PRINT, GRAPH, BLANK, CNTRL, PUNCT, ALNUM };

static unsigned classes_of(int c)
{
	int upper = c >= 'A' && c <= 'Z', lower = c >= 'a' && c <= 'z', digit = c >= '0' && c <= '9';
	unsigned bits = 0;

	if (c < 0 || c > 127)
		return 0;
	bits |= upper ? BIT(UPPER) : 0;
	bits |= lower ? BIT(LOWER) : 0;
	bits |= upper || lower ? BIT(ALPHA) : 0;
	bits |= digit ? BIT(DIGIT) : 0;
	bits |= digit || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f') ? BIT(XDIGIT) : 0;
	bits |= c == ' ' || (c >= '\t' && c <= '\r') ? BIT(SPACE) : 0;
	bits |= c >= ' ' && c < 127 ? BIT(PRINT) : 0;
	bits |= c > ' ' && c < 127 ? BIT(GRAPH) : 0;
	bits |= c == ' ' || c == '\t' ? BIT(BLANK) : 0;
	bits |= c < ' ' || c == 127 ? BIT(CNTRL) : 0;
	bits |= c > ' ' && c < 127 && !upper && !lower && !digit ? BIT(PUNCT) : 0;
	bits |= upper || lower || digit ? BIT(ALNUM) : 0;
	return bits;
}

/* Idempotent, and each store is of the final value: threads may run it together. */
__attribute__((constructor(101))) void mc_ctype_fill(void)
{
	if (mc_ctype_lower[383] == 255)
		return;
	for (int c = -128; c < 256; c++) {
		int same = c < -1 ? c + 256 : c; /* a negative char is the character that it was; EOF stays EOF */
		mc_ctype_class[c + 128] = (uint16_t)classes_of(c);
		mc_ctype_upper[c + 128] = c >= 'a' && c <= 'z' ? c - 32 : same;
		mc_ctype_lower[c + 128] = c >= 'A' && c <= 'Z' ? c + 32 : same;
	}
}
