/* recipe: __fmod_finite
 * symbols: __fmod_finite __fmodf_finite __fmodl_finite
 * kind: alias
 * glibc: GLIBC_2.15
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits are those of musl's libm
 * spec: glibc 2.30 bits/math-finite.h: fmod under -ffinite-math-only
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

MC_F_FF(__fmod_finite, fmod, double)
MC_F_FF(__fmodf_finite, fmodf, float)
MC_F_FF(__fmodl_finite, fmodl, long double)
