/* recipe: __log_finite
 * symbols: __log_finite __logf_finite __logl_finite
 * kind: alias
 * glibc: GLIBC_2.15
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits are those of musl's libm
 * spec: glibc 2.30 bits/math-finite.h: log under -ffinite-math-only
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

MC_F_F(__log_finite, log, double)
MC_F_F(__logf_finite, logf, float)
MC_F_F(__logl_finite, logl, long double)
