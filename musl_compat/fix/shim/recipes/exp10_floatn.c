/* recipe: exp10_floatn
 * symbols: exp10f32 exp10f64 exp10f32x exp10f64x
 * kind: alias
 * glibc: GLIBC_2.27
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits are those of musl's libm
 * spec: ISO/IEC TS 18661-3 exp10; C23 annex H.11
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

MC_FLOATN(F_F, exp10)
