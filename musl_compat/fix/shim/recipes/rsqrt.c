/* recipe: rsqrt
 * symbols: rsqrt rsqrtf rsqrtl rsqrtf32 rsqrtf64 rsqrtf32x rsqrtf64x
 * kind: implementation
 * glibc: GLIBC_2.42
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits; the errors of rounding are a little larger
 * spec: C23 7.12, annex F; ISO/IEC TS 18661 rsqrt
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

/* One body for the three types: s is the suffix of libm's names. */
#define DEFINE(type, s) \
	type rsqrt##s(type x) \
	{ \
		return 1 / sqrt##s(x); \
	}

DEFINE(double, )
DEFINE(float, f)
DEFINE(long double, l)
MC_FLOATN(F_F, rsqrt)
