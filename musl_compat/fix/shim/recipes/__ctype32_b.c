/* recipe: __ctype32_b
 * symbols: __ctype32_b __ctype32_tolower __ctype32_toupper
 * kind: data
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: _internal_ctype
 * fidelity: degraded
 * differs: the tables are those of the C locale and end with the byte 255
 * spec: <wctype.h> of glibc before 2.3 for the bits, whose macros read these pointers
 * scope: public
 */
#include "include/mc_ctype.h"

static uint32_t classes[256];

const uint32_t *__ctype32_b = classes;
const int32_t *__ctype32_tolower = mc_ctype_lower + 128, *__ctype32_toupper = mc_ctype_upper + 128;

/* Bit n of a class, whose bytes little-endian machines have in the opposite order, in 16 and in 32 bits. */
static uint32_t widen(uint16_t bits)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	return bits;
#else
	return (uint32_t)bits << 16;
#endif
}

__attribute__((constructor(102))) static void fill(void)
{
	mc_ctype_fill();
	for (int c = 0; c < 256; c++)
		classes[c] = widen(mc_ctype_class[c + 128]);
}
