/* recipe: pown
 * symbols: pown pownf pownl pownf32 pownf64 pownf32x pownf64x
 * kind: implementation
 * glibc: GLIBC_2.42
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits; exponents beyond the type's whole numbers are rounded first
 * spec: C23 7.12, annex F; ISO/IEC TS 18661 pown
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

/* One body for the three types: s is the suffix of libm's names. */
#define DEFINE(type, s) \
	type pown##s(type x, long long n) \
	{ \
		return pow##s(x, (type)n); \
	}

DEFINE(double, )
DEFINE(float, f)
DEFINE(long double, l)
MC_FLOATN(F_FQ, pown)
