/* recipe: fmaximum_num
 * symbols: fmaximum_num fmaximum_numf fmaximum_numl fmaximum_numf32 fmaximum_numf64 fmaximum_numf32x
 *   fmaximum_numf64x
 * kind: implementation
 * glibc: GLIBC_2.35
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: C23 7.12, annex F; ISO/IEC TS 18661 fmaximum_num
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

/* One body for the three types: s is the suffix of libm's names. */
#define DEFINE(type, s) \
	type fmaximum_num##s(type x, type y) \
	{ \
		if (isnan(x) || isnan(y)) return isnan(x) && isnan(y) ? x + y : isnan(x) ? y : x; \
		if (x == y) return !signbit(x) ? x : y; \
		return x > y ? x : y; \
	}

DEFINE(double, )
DEFINE(float, f)
DEFINE(long double, l)
MC_FLOATN(F_FF, fmaximum_num)
