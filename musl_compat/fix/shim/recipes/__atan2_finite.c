/* recipe: __atan2_finite
 * symbols: __atan2_finite __atan2f_finite __atan2l_finite
 * kind: alias
 * glibc: GLIBC_2.15
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits are those of musl's libm
 * spec: glibc 2.30 bits/math-finite.h: atan2 under -ffinite-math-only
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

MC_F_FF(__atan2_finite, atan2, double)
MC_F_FF(__atan2f_finite, atan2f, float)
MC_F_FF(__atan2l_finite, atan2l, long double)
