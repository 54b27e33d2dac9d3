/* recipe: __sqrt_finite
 * symbols: __sqrt_finite __sqrtf_finite __sqrtl_finite
 * kind: alias
 * glibc: GLIBC_2.15
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits are those of musl's libm
 * spec: glibc 2.30 bits/math-finite.h: sqrt under -ffinite-math-only
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

MC_F_F(__sqrt_finite, sqrt, double)
MC_F_F(__sqrtf_finite, sqrtf, float)
MC_F_F(__sqrtl_finite, sqrtl, long double)
