/* recipe: __y1_finite
 * symbols: __y1_finite __y1f_finite __y1l_finite
 * kind: alias
 * glibc: GLIBC_2.15
 * arch: any
 * needs: y1l
 * fidelity: degraded
 * differs: last digits are those of musl's libm; long double has double's precision; the sign of a zero at
 *   infinity
 * spec: glibc 2.30 bits/math-finite.h: y1 under -ffinite-math-only
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

long double y1l(long double);

MC_F_F(__y1_finite, y1, double)
MC_F_F(__y1f_finite, y1f, float)
MC_F_F(__y1l_finite, y1l, long double)
