/* recipe: __j0_finite
 * symbols: __j0_finite __j0f_finite __j0l_finite
 * kind: alias
 * glibc: GLIBC_2.15
 * arch: any
 * needs: j0l
 * fidelity: degraded
 * differs: last digits are those of musl's libm; long double has double's precision; the sign of a zero at
 *   infinity
 * spec: glibc 2.30 bits/math-finite.h: j0 under -ffinite-math-only
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

long double j0l(long double);

MC_F_F(__j0_finite, j0, double)
MC_F_F(__j0f_finite, j0f, float)
MC_F_F(__j0l_finite, j0l, long double)
