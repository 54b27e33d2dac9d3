/* recipe: tanh_floatn
 * symbols: tanhf32 tanhf64 tanhf32x tanhf64x
 * kind: alias
 * glibc: GLIBC_2.27
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits are those of musl's libm
 * spec: ISO/IEC TS 18661-3 tanh; C23 annex H.11
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

MC_FLOATN(F_F, tanh)
