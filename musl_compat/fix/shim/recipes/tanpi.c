/* recipe: tanpi
 * symbols: tanpi tanpif tanpil tanpif32 tanpif64 tanpif32x tanpif64x
 * kind: implementation
 * glibc: GLIBC_2.41
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits; the errors of rounding are a little larger
 * spec: C23 7.12, annex F; ISO/IEC TS 18661 tanpi
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

/* One body for the three types: s is the suffix of libm's names. */
#define DEFINE(type, s) \
	type tanpi##s(type x) \
	{ \
		if (!isfinite(x)) return x - x; \
		type r = fmod##s(fabs##s(x), 1), v; \
		int odd = fmod##s(fabs##s(x), 2) >= 1; \
		if (r == 0) return copysign##s(0, odd ? -x : x); \
		if (r == (type)0.5) return copysign##s(INFINITY, odd ? -x : x); \
		v = r < (type)0.25 ? tan##s((type)3.14159265358979323846264338327950288L * r) : r < (type)0.75 ? 1 / tan##s((type)3.14159265358979323846264338327950288L * ((type)0.5 - r)) : -tan##s((type)3.14159265358979323846264338327950288L * (1 - r)); \
		return signbit(x) ? -v : v; \
	}

DEFINE(double, )
DEFINE(float, f)
DEFINE(long double, l)
MC_FLOATN(F_F, tanpi)
