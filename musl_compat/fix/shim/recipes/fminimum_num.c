/* recipe: fminimum_num
 * symbols: fminimum_num fminimum_numf fminimum_numl fminimum_numf32 fminimum_numf64 fminimum_numf32x
 *   fminimum_numf64x
 * kind: implementation
 * glibc: GLIBC_2.35
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: C23 7.12, annex F; ISO/IEC TS 18661 fminimum_num
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

/* One body for the three types: s is the suffix of libm's names. */
#define DEFINE(type, s) \
	type fminimum_num##s(type x, type y) \
	{ \
		if (isnan(x) || isnan(y)) return isnan(x) && isnan(y) ? x + y : isnan(x) ? y : x; \
		if (x == y) return signbit(x) ? x : y; \
		return x < y ? x : y; \
	}

DEFINE(double, )
DEFINE(float, f)
DEFINE(long double, l)
MC_FLOATN(F_FF, fminimum_num)
