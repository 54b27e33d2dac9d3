/* recipe: __exp2_finite
 * symbols: __exp2_finite __exp2f_finite __exp2l_finite
 * kind: alias
 * glibc: GLIBC_2.15
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits are those of musl's libm
 * spec: glibc 2.30 bits/math-finite.h: exp2 under -ffinite-math-only
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

MC_F_F(__exp2_finite, exp2, double)
MC_F_F(__exp2f_finite, exp2f, float)
MC_F_F(__exp2l_finite, exp2l, long double)
