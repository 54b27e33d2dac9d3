/* Sums and the like of a wide type, rounded once to a narrow one.
 *
 * The wide result is made odd in its last bit when it is not exact: then rounding it again cannot go wrong, since the wide
 * type has more than two bits more.
 */
#ifndef MC_NARROW_H
#define MC_NARROW_H
#define _GNU_SOURCE
#include <math.h>

/* value, moved towards value + rest by one step when rest is not 0 and the last bit of value is even. */
#define MC_ODD(type, s, value, rest) \
	type v_ = (value), r_ = (rest); \
	if (!isfinite(v_) || !isfinite(r_) || r_ == 0) return v_; \
	int e_; \
	type m_ = frexp##s(v_, &e_); \
	m_ = fmod##s(ldexp##s(fabs##s(m_), MC_DIGITS_##s), 2); \
	return m_ == 0 ? nextafter##s(v_, r_ > 0 ? INFINITY : -INFINITY) : v_;

#define MC_DIGITS_ 53
#define MC_DIGITS_l __LDBL_MANT_DIG__

#define MC_WIDE(type, s) \
	__attribute__((unused)) static type wide_add##s(type x, type y) \
	{ \
		volatile type sum = x + y, back = sum - x; \
		MC_ODD(type, s, sum, (x - (sum - back)) + (y - back)) \
	} \
	__attribute__((unused)) static type wide_mul##s(type x, type y) \
	{ \
		volatile type product = x * y; \
		MC_ODD(type, s, product, fma##s(x, y, -product)) \
	} \
	__attribute__((unused)) static type wide_div##s(type x, type y) \
	{ \
		volatile type quotient = x / y; \
		type rest = fma##s(-quotient, y, x); \
		MC_ODD(type, s, quotient, y < 0 ? -rest : rest) \
	} \
	__attribute__((unused)) static type wide_sqrt##s(type x) \
	{ \
		volatile type root = sqrt##s(x); \
		MC_ODD(type, s, root, fma##s(-root, root, x)) \
	} \
	__attribute__((unused)) static type wide_fma##s(type x, type y, type z) \
	{ \
		volatile type high = x * y, low = fma##s(x, y, -high), sum = high + z, back = sum - high; \
		MC_ODD(type, s, sum, ((high - (sum - back)) + (z - back)) + low) \
	}
MC_WIDE(double, )
MC_WIDE(long double, l)
#endif
