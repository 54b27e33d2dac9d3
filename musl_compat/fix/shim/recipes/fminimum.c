/* recipe: fminimum
 * symbols: fminimum fminimumf fminimuml fminimumf32 fminimumf64 fminimumf32x fminimumf64x
 * kind: implementation
 * glibc: GLIBC_2.35
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: C23 7.12, annex F; ISO/IEC TS 18661 fminimum
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

/* One body for the three types: s is the suffix of libm's names. */
#define DEFINE(type, s) \
	type fminimum##s(type x, type y) \
	{ \
		if (isnan(x) || isnan(y)) return x + y; \
		if (x == y) return signbit(x) ? x : y; \
		return x < y ? x : y; \
	}

DEFINE(double, )
DEFINE(float, f)
DEFINE(long double, l)
MC_FLOATN(F_FF, fminimum)
