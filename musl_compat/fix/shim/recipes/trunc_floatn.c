/* recipe: trunc_floatn
 * symbols: truncf32 truncf64 truncf32x truncf64x
 * kind: alias
 * glibc: GLIBC_2.27
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: ISO/IEC TS 18661-3 trunc; C23 annex H.11
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

MC_FLOATN(F_F, trunc)
