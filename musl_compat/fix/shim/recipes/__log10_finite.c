/* recipe: __log10_finite
 * symbols: __log10_finite __log10f_finite __log10l_finite
 * kind: alias
 * glibc: GLIBC_2.15
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits are those of musl's libm
 * spec: glibc 2.30 bits/math-finite.h: log10 under -ffinite-math-only
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

MC_F_F(__log10_finite, log10, double)
MC_F_F(__log10f_finite, log10f, float)
MC_F_F(__log10l_finite, log10l, long double)
