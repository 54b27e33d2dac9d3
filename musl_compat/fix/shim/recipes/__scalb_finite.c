/* recipe: __scalb_finite
 * symbols: __scalb_finite __scalbf_finite __scalbl_finite
 * kind: alias
 * glibc: GLIBC_2.15
 * arch: any
 * needs: scalbl
 * fidelity: equivalent
 * differs: last digits are those of musl's libm
 * spec: glibc 2.30 bits/math-finite.h: scalb under -ffinite-math-only
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

long double scalbl(long double, long double);

MC_F_FF(__scalb_finite, scalb, double)
MC_F_FF(__scalbf_finite, scalbf, float)
MC_F_FF(__scalbl_finite, scalbl, long double)
