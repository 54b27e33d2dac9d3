/* recipe: __j1_finite
 * symbols: __j1_finite __j1f_finite __j1l_finite
 * kind: alias
 * glibc: GLIBC_2.15
 * arch: any
 * needs: j1l
 * fidelity: degraded
 * differs: last digits are those of musl's libm; long double has double's precision; the sign of a zero at
 *   infinity
 * spec: glibc 2.30 bits/math-finite.h: j1 under -ffinite-math-only
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

long double j1l(long double);

MC_F_F(__j1_finite, j1, double)
MC_F_F(__j1f_finite, j1f, float)
MC_F_F(__j1l_finite, j1l, long double)
