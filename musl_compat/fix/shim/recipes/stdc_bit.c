/* recipe: stdc_bit
 * symbols: stdc_leading_zeros_uc stdc_leading_zeros_us stdc_leading_zeros_ui stdc_leading_zeros_ul
 *   stdc_leading_zeros_ull stdc_leading_ones_uc stdc_leading_ones_us stdc_leading_ones_ui
 *   stdc_leading_ones_ul stdc_leading_ones_ull stdc_trailing_zeros_uc stdc_trailing_zeros_us
 *   stdc_trailing_zeros_ui stdc_trailing_zeros_ul stdc_trailing_zeros_ull stdc_trailing_ones_uc
 *   stdc_trailing_ones_us stdc_trailing_ones_ui stdc_trailing_ones_ul stdc_trailing_ones_ull
 *   stdc_first_leading_zero_uc stdc_first_leading_zero_us stdc_first_leading_zero_ui
 *   stdc_first_leading_zero_ul stdc_first_leading_zero_ull stdc_first_leading_one_uc
 *   stdc_first_leading_one_us stdc_first_leading_one_ui stdc_first_leading_one_ul
 *   stdc_first_leading_one_ull stdc_first_trailing_zero_uc stdc_first_trailing_zero_us
 *   stdc_first_trailing_zero_ui stdc_first_trailing_zero_ul stdc_first_trailing_zero_ull
 *   stdc_first_trailing_one_uc stdc_first_trailing_one_us stdc_first_trailing_one_ui
 *   stdc_first_trailing_one_ul stdc_first_trailing_one_ull stdc_count_ones_uc stdc_count_ones_us
 *   stdc_count_ones_ui stdc_count_ones_ul stdc_count_ones_ull stdc_count_zeros_uc stdc_count_zeros_us
 *   stdc_count_zeros_ui stdc_count_zeros_ul stdc_count_zeros_ull stdc_has_single_bit_uc
 *   stdc_has_single_bit_us stdc_has_single_bit_ui stdc_has_single_bit_ul stdc_has_single_bit_ull
 *   stdc_bit_width_uc stdc_bit_width_us stdc_bit_width_ui stdc_bit_width_ul stdc_bit_width_ull
 *   stdc_bit_floor_uc stdc_bit_floor_us stdc_bit_floor_ui stdc_bit_floor_ul stdc_bit_floor_ull
 *   stdc_bit_ceil_uc stdc_bit_ceil_us stdc_bit_ceil_ui stdc_bit_ceil_ul stdc_bit_ceil_ull
 * kind: implementation
 * glibc: GLIBC_2.39
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: C23 7.18 bit and byte utilities
 * scope: public
 */
#define BITS (8 * (unsigned)sizeof(x))

/* Without a library call of the compiler's. */
static unsigned count(unsigned long long x)
{
	unsigned n = 0;
	for (; x; x &= x - 1) n++;
	return n;
}

#define DEFINE(s, type) \
	unsigned stdc_leading_zeros_##s(type x) \
	{ \
		return x ? (unsigned)__builtin_clzll(x) - (64 - BITS) : BITS; \
	} \
	unsigned stdc_leading_ones_##s(type x) \
	{ \
		return stdc_leading_zeros_##s((type)~x); \
	} \
	unsigned stdc_trailing_zeros_##s(type x) \
	{ \
		return x ? (unsigned)__builtin_ctzll(x) : BITS; \
	} \
	unsigned stdc_trailing_ones_##s(type x) \
	{ \
		return stdc_trailing_zeros_##s((type)~x); \
	} \
	unsigned stdc_first_leading_zero_##s(type x) \
	{ \
		return (type)~x ? stdc_leading_ones_##s(x) + 1 : 0; \
	} \
	unsigned stdc_first_leading_one_##s(type x) \
	{ \
		return x ? stdc_leading_zeros_##s(x) + 1 : 0; \
	} \
	unsigned stdc_first_trailing_zero_##s(type x) \
	{ \
		return (type)~x ? stdc_trailing_ones_##s(x) + 1 : 0; \
	} \
	unsigned stdc_first_trailing_one_##s(type x) \
	{ \
		return x ? stdc_trailing_zeros_##s(x) + 1 : 0; \
	} \
	unsigned stdc_count_ones_##s(type x) \
	{ \
		return count(x); \
	} \
	unsigned stdc_count_zeros_##s(type x) \
	{ \
		return BITS - count(x); \
	} \
	_Bool stdc_has_single_bit_##s(type x) \
	{ \
		return x && !(x & (x - 1)); \
	} \
	unsigned stdc_bit_width_##s(type x) \
	{ \
		return BITS - stdc_leading_zeros_##s(x); \
	} \
	type stdc_bit_floor_##s(type x) \
	{ \
		return x ? (type)((type)1 << (BITS - 1 - stdc_leading_zeros_##s(x))) : 0; \
	} \
	type stdc_bit_ceil_##s(type x) \
	{ \
		return x <= 1 ? 1 : stdc_leading_zeros_##s((type)(x - 1)) ? (type)((type)1 << (BITS - stdc_leading_zeros_##s((type)(x - 1)))) : 0; \
	}

DEFINE(uc, unsigned char)
DEFINE(us, unsigned short)
DEFINE(ui, unsigned)
DEFINE(ul, unsigned long)
DEFINE(ull, unsigned long long)
