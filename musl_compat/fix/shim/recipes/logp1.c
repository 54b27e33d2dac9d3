/* recipe: logp1
 * symbols: logp1 logp1f logp1l logp1f32 logp1f64 logp1f32x logp1f64x
 * kind: implementation
 * glibc: GLIBC_2.40
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits; the errors of rounding are a little larger
 * spec: C23 7.12, annex F; ISO/IEC TS 18661 logp1
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

/* One body for the three types: s is the suffix of libm's names. */
#define DEFINE(type, s) \
	type logp1##s(type x) \
	{ \
		return log1p##s(x); \
	}

DEFINE(double, )
DEFINE(float, f)
DEFINE(long double, l)
MC_FLOATN(F_F, logp1)
