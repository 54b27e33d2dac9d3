/* recipe: rootn
 * symbols: rootn rootnf rootnl rootnf32 rootnf64 rootnf32x rootnf64x
 * kind: implementation
 * glibc: GLIBC_2.42
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits; the errors of rounding are a little larger
 * spec: C23 7.12, annex F; ISO/IEC TS 18661 rootn
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

/* One body for the three types: s is the suffix of libm's names. */
#define DEFINE(type, s) \
	type rootn##s(type x, long long n) \
	{ \
		int odd = (int)(n & 1); \
		if (n == 0 || (x < 0 && !odd)) return (x - x) / (x - x); \
		if (x == 0) return n > 0 ? (odd ? x : 0) : (odd ? 1 / x : 1 / fabs##s(x)); \
		if (n == 1) return x; \
		return copysign##s(pow##s(fabs##s(x), 1 / (type)n), x); \
	}

DEFINE(double, )
DEFINE(float, f)
DEFINE(long double, l)
MC_FLOATN(F_FQ, rootn)
