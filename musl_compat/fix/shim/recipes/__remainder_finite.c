/* recipe: __remainder_finite
 * symbols: __remainder_finite __remainderf_finite __remainderl_finite
 * kind: alias
 * glibc: GLIBC_2.15
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits are those of musl's libm
 * spec: glibc 2.30 bits/math-finite.h: remainder under -ffinite-math-only
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

MC_F_FF(__remainder_finite, remainder, double)
MC_F_FF(__remainderf_finite, remainderf, float)
MC_F_FF(__remainderl_finite, remainderl, long double)
