/* recipe: log2p1
 * symbols: log2p1 log2p1f log2p1l log2p1f32 log2p1f64 log2p1f32x log2p1f64x
 * kind: implementation
 * glibc: GLIBC_2.40
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits; the errors of rounding are a little larger
 * spec: C23 7.12, annex F; ISO/IEC TS 18661 log2p1
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

/* One body for the three types: s is the suffix of libm's names. */
#define DEFINE(type, s) \
	type log2p1##s(type x) \
	{ \
		return log1p##s(x) * (type)1.44269504088896340735992468100189214L; \
	}

DEFINE(double, )
DEFINE(float, f)
DEFINE(long double, l)
MC_FLOATN(F_F, log2p1)
