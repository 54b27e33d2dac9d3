/* recipe: canonicalize
 * symbols: canonicalize canonicalizef canonicalizel canonicalizef32 canonicalizef64 canonicalizef32x
 *   canonicalizef64x
 * kind: implementation
 * glibc: GLIBC_2.25 GLIBC_2.27
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: encodings of long double that no operation gives are not refused
 * spec: C23 7.12, annex F; ISO/IEC TS 18661 canonicalize
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

/* One body for the three types: s is the suffix of libm's names. */
#define DEFINE(type, s) \
	int canonicalize##s(type *p, const type *q) \
	{ \
		*p = isnan(*q) ? *q + *q : *q; \
		return 0; \
	}

DEFINE(double, )
DEFINE(float, f)
DEFINE(long double, l)
MC_FLOATN(I_pFpF, canonicalize)
