/* recipe: compoundn
 * symbols: compoundn compoundnf compoundnl compoundnf32 compoundnf64 compoundnf32x compoundnf64x
 * kind: implementation
 * glibc: GLIBC_2.42
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits, more of them the larger the power
 * spec: C23 7.12, annex F; ISO/IEC TS 18661 compoundn
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

/* One body for the three types: s is the suffix of libm's names. */
#define DEFINE(type, s) \
	type compoundn##s(type x, long long n) \
	{ \
		if (x < -1) return (x - x) / (x - x); \
		if (n == 0 || isnan(x)) return n == 0 ? 1 : x; \
		return exp##s((type)n * log1p##s(x)); \
	}

DEFINE(double, )
DEFINE(float, f)
DEFINE(long double, l)
MC_FLOATN(F_FQ, compoundn)
