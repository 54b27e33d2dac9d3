/* recipe: __sinh_finite
 * symbols: __sinh_finite __sinhf_finite __sinhl_finite
 * kind: alias
 * glibc: GLIBC_2.15
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits are those of musl's libm
 * spec: glibc 2.30 bits/math-finite.h: sinh under -ffinite-math-only
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

MC_F_F(__sinh_finite, sinh, double)
MC_F_F(__sinhf_finite, sinhf, float)
MC_F_F(__sinhl_finite, sinhl, long double)
