/* recipe: sincos_floatn
 * symbols: sincosf32 sincosf64 sincosf32x sincosf64x
 * kind: alias
 * glibc: GLIBC_2.27
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits are those of musl's libm
 * spec: ISO/IEC TS 18661-3 sincos; C23 annex H.11
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

MC_FLOATN(V_FpFpF, sincos)
