/* recipe: __cosh_finite
 * symbols: __cosh_finite __coshf_finite __coshl_finite
 * kind: alias
 * glibc: GLIBC_2.15
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits are those of musl's libm
 * spec: glibc 2.30 bits/math-finite.h: cosh under -ffinite-math-only
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

MC_F_F(__cosh_finite, cosh, double)
MC_F_F(__coshf_finite, coshf, float)
MC_F_F(__coshl_finite, coshl, long double)
