/* recipe: __y0_finite
 * symbols: __y0_finite __y0f_finite __y0l_finite
 * kind: alias
 * glibc: GLIBC_2.15
 * arch: any
 * needs: y0l
 * fidelity: degraded
 * differs: last digits are those of musl's libm; long double has double's precision; the sign of a zero at
 *   infinity
 * spec: glibc 2.30 bits/math-finite.h: y0 under -ffinite-math-only
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

long double y0l(long double);

MC_F_F(__y0_finite, y0, double)
MC_F_F(__y0f_finite, y0f, float)
MC_F_F(__y0l_finite, y0l, long double)
