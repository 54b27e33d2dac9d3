/* recipe: __asin_finite
 * symbols: __asin_finite __asinf_finite __asinl_finite
 * kind: alias
 * glibc: GLIBC_2.15
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits are those of musl's libm
 * spec: glibc 2.30 bits/math-finite.h: asin under -ffinite-math-only
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

MC_F_F(__asin_finite, asin, double)
MC_F_F(__asinf_finite, asinf, float)
MC_F_F(__asinl_finite, asinl, long double)
