/* recipe: exp2_floatn
 * symbols: exp2f32 exp2f64 exp2f32x exp2f64x
 * kind: alias
 * glibc: GLIBC_2.27
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits are those of musl's libm
 * spec: ISO/IEC TS 18661-3 exp2; C23 annex H.11
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

MC_FLOATN(F_F, exp2)
