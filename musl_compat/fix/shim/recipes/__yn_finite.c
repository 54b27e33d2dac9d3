/* recipe: __yn_finite
 * symbols: __yn_finite __ynf_finite __ynl_finite
 * kind: alias
 * glibc: GLIBC_2.15
 * arch: any
 * needs: ynl
 * fidelity: degraded
 * differs: last digits are those of musl's libm; long double has double's precision; the sign of a zero at
 *   infinity
 * spec: glibc 2.30 bits/math-finite.h: yn under -ffinite-math-only
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

long double ynl(int, long double);

MC_F_IF(__yn_finite, yn, double)
MC_F_IF(__ynf_finite, ynf, float)
MC_F_IF(__ynl_finite, ynl, long double)
