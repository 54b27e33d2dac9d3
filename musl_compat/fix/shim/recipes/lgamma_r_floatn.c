/* recipe: lgamma_r_floatn
 * symbols: lgammaf32_r lgammaf64_r lgammaf32x_r lgammaf64x_r
 * kind: alias
 * glibc: GLIBC_2.27
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits are those of musl's libm
 * spec: Linux man-pages lgamma_r(3); ISO/IEC TS 18661-3
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

MC_F_FpI(lgammaf32_r, lgammaf_r, float)
MC_F_FpI(lgammaf64_r, lgamma_r, double)
MC_F_FpI(lgammaf32x_r, lgamma_r, double)
MC_F_FpI(lgammaf64x_r, lgammal_r, long double)
