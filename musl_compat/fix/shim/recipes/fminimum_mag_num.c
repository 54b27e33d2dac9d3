/* recipe: fminimum_mag_num
 * symbols: fminimum_mag_num fminimum_mag_numf fminimum_mag_numl fminimum_mag_numf32 fminimum_mag_numf64
 *   fminimum_mag_numf32x fminimum_mag_numf64x
 * kind: implementation
 * glibc: GLIBC_2.35
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: C23 7.12, annex F; ISO/IEC TS 18661 fminimum_mag_num
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

/* One body for the three types: s is the suffix of libm's names. */
#define DEFINE(type, s) \
	type fminimum_mag_num##s(type x, type y) \
	{ \
		type a = fabs##s(x), b = fabs##s(y); \
		if (isnan(x) || isnan(y)) return isnan(x) && isnan(y) ? x + y : isnan(x) ? y : x; \
		if (a != b) return a < b ? x : y; \
		return signbit(x) ? x : y; \
	}

DEFINE(double, )
DEFINE(float, f)
DEFINE(long double, l)
MC_FLOATN(F_FF, fminimum_mag_num)
