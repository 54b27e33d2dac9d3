/* recipe: sinpi
 * symbols: sinpi sinpif sinpil sinpif32 sinpif64 sinpif32x sinpif64x
 * kind: implementation
 * glibc: GLIBC_2.41
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits; the errors of rounding are a little larger
 * spec: C23 7.12, annex F; ISO/IEC TS 18661 sinpi
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

/* One body for the three types: s is the suffix of libm's names. */
#define DEFINE(type, s) \
	type sinpi##s(type x) \
	{ \
		if (!isfinite(x)) return x - x; \
		type r = fmod##s(fabs##s(x), 2), v; \
		if (r == floor##s(r)) return copysign##s(0, x); \
		int down = r > 1; \
		if (down) r -= 1; \
		if (r > (type)0.5) r = 1 - r; \
		v = r > (type)0.25 ? cos##s((type)3.14159265358979323846264338327950288L * ((type)0.5 - r)) : sin##s((type)3.14159265358979323846264338327950288L * r); \
		return down != !!signbit(x) ? -v : v; \
	}

DEFINE(double, )
DEFINE(float, f)
DEFINE(long double, l)
MC_FLOATN(F_F, sinpi)
