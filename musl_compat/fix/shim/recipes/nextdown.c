/* recipe: nextdown
 * symbols: nextdown nextdownf nextdownl nextdownf32 nextdownf64 nextdownf32x nextdownf64x
 * kind: implementation
 * glibc: GLIBC_2.24 GLIBC_2.27
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: C23 7.12, annex F; ISO/IEC TS 18661 nextdown
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

/* One body for the three types: s is the suffix of libm's names. */
#define DEFINE(type, s) \
	type nextdown##s(type x) \
	{ \
		return nextafter##s(x, -INFINITY); \
	}

DEFINE(double, )
DEFINE(float, f)
DEFINE(long double, l)
MC_FLOATN(F_F, nextdown)
