/* recipe: __atanh_finite
 * symbols: __atanh_finite __atanhf_finite __atanhl_finite
 * kind: alias
 * glibc: GLIBC_2.15
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits are those of musl's libm
 * spec: glibc 2.30 bits/math-finite.h: atanh under -ffinite-math-only
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

MC_F_F(__atanh_finite, atanh, double)
MC_F_F(__atanhf_finite, atanhf, float)
MC_F_F(__atanhl_finite, atanhl, long double)
