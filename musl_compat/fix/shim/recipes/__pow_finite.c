/* recipe: __pow_finite
 * symbols: __pow_finite __powf_finite __powl_finite
 * kind: alias
 * glibc: GLIBC_2.15
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits are those of musl's libm
 * spec: glibc 2.30 bits/math-finite.h: pow under -ffinite-math-only
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

MC_F_FF(__pow_finite, pow, double)
MC_F_FF(__powf_finite, powf, float)
MC_F_FF(__powl_finite, powl, long double)
