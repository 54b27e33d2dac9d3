/* recipe: __acos_finite
 * symbols: __acos_finite __acosf_finite __acosl_finite
 * kind: alias
 * glibc: GLIBC_2.15
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits are those of musl's libm
 * spec: glibc 2.30 bits/math-finite.h: acos under -ffinite-math-only
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

MC_F_F(__acos_finite, acos, double)
MC_F_F(__acosf_finite, acosf, float)
MC_F_F(__acosl_finite, acosl, long double)
