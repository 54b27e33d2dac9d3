/* recipe: exp10m1
 * symbols: exp10m1 exp10m1f exp10m1l exp10m1f32 exp10m1f64 exp10m1f32x exp10m1f64x
 * kind: implementation
 * glibc: GLIBC_2.40
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits; the errors of rounding are a little larger
 * spec: C23 7.12, annex F; ISO/IEC TS 18661 exp10m1
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

/* One body for the three types: s is the suffix of libm's names. */
#define DEFINE(type, s) \
	type exp10m1##s(type x) \
	{ \
		if (fabs##s(x) < (type)0.2) return expm1##s(x * (type)2.30258509299404568401799145468436421L); \
		return exp10##s(x) - 1; \
	}

DEFINE(double, )
DEFINE(float, f)
DEFINE(long double, l)
MC_FLOATN(F_F, exp10m1)
