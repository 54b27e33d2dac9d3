/* recipe: __log2_finite
 * symbols: __log2_finite __log2f_finite __log2l_finite
 * kind: alias
 * glibc: GLIBC_2.15
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits are those of musl's libm
 * spec: glibc 2.30 bits/math-finite.h: log2 under -ffinite-math-only
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

MC_F_F(__log2_finite, log2, double)
MC_F_F(__log2f_finite, log2f, float)
MC_F_F(__log2l_finite, log2l, long double)
