/* recipe: __lgamma_r_finite
 * symbols: __lgamma_r_finite __lgammaf_r_finite __lgammal_r_finite
 * kind: alias
 * glibc: GLIBC_2.15
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits are those of musl's libm
 * spec: glibc 2.30 bits/math-finite.h: lgamma under -ffinite-math-only
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

MC_F_FpI(__lgamma_r_finite, lgamma_r, double)
MC_F_FpI(__lgammaf_r_finite, lgammaf_r, float)
MC_F_FpI(__lgammal_r_finite, lgammal_r, long double)
