/* recipe: llogb
 * symbols: llogb llogbf llogbl llogbf32 llogbf64 llogbf32x llogbf64x
 * kind: implementation
 * glibc: GLIBC_2.25 GLIBC_2.27
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: C23 7.12, annex F; ISO/IEC TS 18661 llogb
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"
#include "include/mc_logb.h"

/* One body for the three types: s is the suffix of libm's names. */
#define DEFINE(type, s) \
	long llogb##s(type x) \
	{ \
		if (isnan(x)) return MC_LLOGB_NAN; \
		if (x == 0) return MC_LLOGB_ZERO; \
		return isinf(x) ? LONG_MAX : ilogb##s(x); \
	}

DEFINE(double, )
DEFINE(float, f)
DEFINE(long double, l)
MC_FLOATN(L_F, llogb)
