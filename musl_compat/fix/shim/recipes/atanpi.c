/* recipe: atanpi
 * symbols: atanpi atanpif atanpil atanpif32 atanpif64 atanpif32x atanpif64x
 * kind: implementation
 * glibc: GLIBC_2.41
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits; the errors of rounding are a little larger
 * spec: C23 7.12, annex F; ISO/IEC TS 18661 atanpi
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

/* One body for the three types: s is the suffix of libm's names. */
#define DEFINE(type, s) \
	type atanpi##s(type x) \
	{ \
		return atan##s(x) / (type)3.14159265358979323846264338327950288L; \
	}

DEFINE(double, )
DEFINE(float, f)
DEFINE(long double, l)
MC_FLOATN(F_F, atanpi)
