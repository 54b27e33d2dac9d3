/* recipe: roundeven
 * symbols: roundeven roundevenf roundevenl roundevenf32 roundevenf64 roundevenf32x roundevenf64x
 * kind: implementation
 * glibc: GLIBC_2.25 GLIBC_2.27
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: C23 7.12, annex F; ISO/IEC TS 18661 roundeven
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

/* One body for the three types: s is the suffix of libm's names. */
#define DEFINE(type, s) \
	type roundeven##s(type x) \
	{ \
		type r = round##s(x); \
		return fabs##s(r - x) == (type)0.5 ? copysign##s(2 * round##s(x / 2), x) : r; \
	}

DEFINE(double, )
DEFINE(float, f)
DEFINE(long double, l)
MC_FLOATN(F_F, roundeven)
