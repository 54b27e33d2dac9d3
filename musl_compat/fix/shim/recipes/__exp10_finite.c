/* recipe: __exp10_finite
 * symbols: __exp10_finite __exp10f_finite __exp10l_finite
 * kind: alias
 * glibc: GLIBC_2.15
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits are those of musl's libm
 * spec: glibc 2.30 bits/math-finite.h: exp10 under -ffinite-math-only
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

MC_F_F(__exp10_finite, exp10, double)
MC_F_F(__exp10f_finite, exp10f, float)
MC_F_F(__exp10l_finite, exp10l, long double)
