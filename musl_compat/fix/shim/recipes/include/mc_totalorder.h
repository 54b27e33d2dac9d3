/* The total order of floating numbers, from their bits: negative ones first, then by magnitude. */
#ifndef MC_TOTALORDER_H
#define MC_TOTALORDER_H
#include <stdint.h>
#include <string.h>

struct mc_parts {
	int negative;
	uint64_t high, low; /* of the magnitude */
};

static inline struct mc_parts mc_parts_of_float(const float *p)
{
	uint32_t bits;
	memcpy(&bits, p, 4);
	return (struct mc_parts){(int)(bits >> 31), 0, bits & INT32_MAX};
}

static inline struct mc_parts mc_parts_of_double(const double *p)
{
	uint64_t bits;
	memcpy(&bits, p, 8);
	return (struct mc_parts){(int)(bits >> 63), 0, bits & INT64_MAX};
}

/* 10 bytes of x86, or the 16 of binary128. */
static inline struct mc_parts mc_parts_of_long_double(const long double *p)
{
	uint64_t word[2] = {0, 0}, high, low;
	memcpy(word, p, __LDBL_MANT_DIG__ == 64 ? 10 : 16);
	low = word[__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__];
	high = word[__BYTE_ORDER__ != __ORDER_BIG_ENDIAN__];
	uint64_t sign = (uint64_t)1 << (__LDBL_MANT_DIG__ == 64 ? 15 : 63);
	return (struct mc_parts){(high & sign) != 0, high & ~sign, low};
}

static inline int mc_magnitude_at_most(struct mc_parts a, struct mc_parts b)
{
	return a.high < b.high || (a.high == b.high && a.low <= b.low);
}

static inline int mc_at_most(struct mc_parts a, struct mc_parts b)
{
	if (a.negative != b.negative) return a.negative;
	return a.negative ? mc_magnitude_at_most(b, a) : mc_magnitude_at_most(a, b);
}
#endif
