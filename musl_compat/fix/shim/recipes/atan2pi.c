/* recipe: atan2pi
 * symbols: atan2pi atan2pif atan2pil atan2pif32 atan2pif64 atan2pif32x atan2pif64x
 * kind: implementation
 * glibc: GLIBC_2.41
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits; the errors of rounding are a little larger
 * spec: C23 7.12, annex F; ISO/IEC TS 18661 atan2pi
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

/* One body for the three types: s is the suffix of libm's names. */
#define DEFINE(type, s) \
	type atan2pi##s(type x, type y) \
	{ \
		return atan2##s(x, y) / (type)3.14159265358979323846264338327950288L; \
	}

DEFINE(double, )
DEFINE(float, f)
DEFINE(long double, l)
MC_FLOATN(F_FF, atan2pi)
