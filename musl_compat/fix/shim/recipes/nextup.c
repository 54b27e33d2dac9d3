/* recipe: nextup
 * symbols: nextup nextupf nextupl nextupf32 nextupf64 nextupf32x nextupf64x
 * kind: implementation
 * glibc: GLIBC_2.24 GLIBC_2.27
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: C23 7.12, annex F; ISO/IEC TS 18661 nextup
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

/* One body for the three types: s is the suffix of libm's names. */
#define DEFINE(type, s) \
	type nextup##s(type x) \
	{ \
		return nextafter##s(x, INFINITY); \
	}

DEFINE(double, )
DEFINE(float, f)
DEFINE(long double, l)
MC_FLOATN(F_F, nextup)
