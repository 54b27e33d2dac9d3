/* recipe: __hypot_finite
 * symbols: __hypot_finite __hypotf_finite __hypotl_finite
 * kind: alias
 * glibc: GLIBC_2.15
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits are those of musl's libm
 * spec: glibc 2.30 bits/math-finite.h: hypot under -ffinite-math-only
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

MC_F_FF(__hypot_finite, hypot, double)
MC_F_FF(__hypotf_finite, hypotf, float)
MC_F_FF(__hypotl_finite, hypotl, long double)
