/* recipe: cospi
 * symbols: cospi cospif cospil cospif32 cospif64 cospif32x cospif64x
 * kind: implementation
 * glibc: GLIBC_2.41
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits; the errors of rounding are a little larger
 * spec: C23 7.12, annex F; ISO/IEC TS 18661 cospi
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

/* One body for the three types: s is the suffix of libm's names. */
#define DEFINE(type, s) \
	type cospi##s(type x) \
	{ \
		if (!isfinite(x)) return x - x; \
		type r = fmod##s(fabs##s(x), 2); \
		if (r > 1) r = 2 - r; \
		if (r == (type)0.5) return 0; \
		int down = r > (type)0.5; \
		if (down) r = 1 - r; \
		type v = r > (type)0.25 ? sin##s((type)3.14159265358979323846264338327950288L * ((type)0.5 - r)) : cos##s((type)3.14159265358979323846264338327950288L * r); \
		return down ? -v : v; \
	}

DEFINE(double, )
DEFINE(float, f)
DEFINE(long double, l)
MC_FLOATN(F_F, cospi)
