/* recipe: fminimum_mag
 * symbols: fminimum_mag fminimum_magf fminimum_magl fminimum_magf32 fminimum_magf64 fminimum_magf32x
 *   fminimum_magf64x
 * kind: implementation
 * glibc: GLIBC_2.35
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: C23 7.12, annex F; ISO/IEC TS 18661 fminimum_mag
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

/* One body for the three types: s is the suffix of libm's names. */
#define DEFINE(type, s) \
	type fminimum_mag##s(type x, type y) \
	{ \
		type a = fabs##s(x), b = fabs##s(y); \
		if (isnan(x) || isnan(y)) return x + y; \
		if (a != b) return a < b ? x : y; \
		return signbit(x) ? x : y; \
	}

DEFINE(double, )
DEFINE(float, f)
DEFINE(long double, l)
MC_FLOATN(F_FF, fminimum_mag)
