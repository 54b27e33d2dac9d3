/* recipe: __exp_finite
 * symbols: __exp_finite __expf_finite __expl_finite
 * kind: alias
 * glibc: GLIBC_2.15
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits are those of musl's libm
 * spec: glibc 2.30 bits/math-finite.h: exp under -ffinite-math-only
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

MC_F_F(__exp_finite, exp, double)
MC_F_F(__expf_finite, expf, float)
MC_F_F(__expl_finite, expl, long double)
