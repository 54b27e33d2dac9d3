/* recipe: __acosh_finite
 * symbols: __acosh_finite __acoshf_finite __acoshl_finite
 * kind: alias
 * glibc: GLIBC_2.15
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits are those of musl's libm
 * spec: glibc 2.30 bits/math-finite.h: acosh under -ffinite-math-only
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

MC_F_F(__acosh_finite, acosh, double)
MC_F_F(__acoshf_finite, acoshf, float)
MC_F_F(__acoshl_finite, acoshl, long double)
