/* recipe: exp2m1
 * symbols: exp2m1 exp2m1f exp2m1l exp2m1f32 exp2m1f64 exp2m1f32x exp2m1f64x
 * kind: implementation
 * glibc: GLIBC_2.40
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits; the errors of rounding are a little larger
 * spec: C23 7.12, annex F; ISO/IEC TS 18661 exp2m1
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

/* One body for the three types: s is the suffix of libm's names. */
#define DEFINE(type, s) \
	type exp2m1##s(type x) \
	{ \
		if (fabs##s(x) < (type)0.5) return expm1##s(x * (type)0.693147180559945309417232121458176568L); \
		return exp2##s(x) - 1; \
	}

DEFINE(double, )
DEFINE(float, f)
DEFINE(long double, l)
MC_FLOATN(F_F, exp2m1)
