/* recipe: fminmag
 * symbols: fminmag fminmagf fminmagl fminmagf32 fminmagf64 fminmagf32x fminmagf64x
 * kind: implementation
 * glibc: GLIBC_2.25 GLIBC_2.27
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: C23 7.12, annex F; ISO/IEC TS 18661 fminmag
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

/* One body for the three types: s is the suffix of libm's names. */
#define DEFINE(type, s) \
	type fminmag##s(type x, type y) \
	{ \
		type a = fabs##s(x), b = fabs##s(y); \
		if (a < b) return x; \
		return b < a ? y : fmin##s(x, y); \
	}

DEFINE(double, )
DEFINE(float, f)
DEFINE(long double, l)
MC_FLOATN(F_FF, fminmag)
