/* recipe: fmaximum_mag
 * symbols: fmaximum_mag fmaximum_magf fmaximum_magl fmaximum_magf32 fmaximum_magf64 fmaximum_magf32x
 *   fmaximum_magf64x
 * kind: implementation
 * glibc: GLIBC_2.35
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: C23 7.12, annex F; ISO/IEC TS 18661 fmaximum_mag
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

/* One body for the three types: s is the suffix of libm's names. */
#define DEFINE(type, s) \
	type fmaximum_mag##s(type x, type y) \
	{ \
		type a = fabs##s(x), b = fabs##s(y); \
		if (isnan(x) || isnan(y)) return x + y; \
		if (a != b) return a > b ? x : y; \
		return !signbit(x) ? x : y; \
	}

DEFINE(double, )
DEFINE(float, f)
DEFINE(long double, l)
MC_FLOATN(F_FF, fmaximum_mag)
