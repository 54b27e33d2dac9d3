/* recipe: log10p1
 * symbols: log10p1 log10p1f log10p1l log10p1f32 log10p1f64 log10p1f32x log10p1f64x
 * kind: implementation
 * glibc: GLIBC_2.40
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits; the errors of rounding are a little larger
 * spec: C23 7.12, annex F; ISO/IEC TS 18661 log10p1
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

/* One body for the three types: s is the suffix of libm's names. */
#define DEFINE(type, s) \
	type log10p1##s(type x) \
	{ \
		return log1p##s(x) * (type)0.434294481903251827651128918916605082L; \
	}

DEFINE(double, )
DEFINE(float, f)
DEFINE(long double, l)
MC_FLOATN(F_F, log10p1)
