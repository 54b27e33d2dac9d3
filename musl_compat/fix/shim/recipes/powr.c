/* recipe: powr
 * symbols: powr powrf powrl powrf32 powrf64 powrf32x powrf64x
 * kind: implementation
 * glibc: GLIBC_2.42
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits; the errors of rounding are a little larger
 * spec: C23 7.12, annex F; ISO/IEC TS 18661 powr
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

/* One body for the three types: s is the suffix of libm's names. */
#define DEFINE(type, s) \
	type powr##s(type x, type y) \
	{ \
		if (isnan(x) || isnan(y)) return x + y; \
		if (x < 0 || (x == 0 && y == 0) || (isinf(x) && y == 0) || (x == 1 && isinf(y))) return (x - x) / (x - x); \
		return pow##s(fabs##s(x), y); \
	}

DEFINE(double, )
DEFINE(float, f)
DEFINE(long double, l)
MC_FLOATN(F_FF, powr)
