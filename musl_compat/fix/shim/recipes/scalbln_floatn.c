/* recipe: scalbln_floatn
 * symbols: scalblnf32 scalblnf64 scalblnf32x scalblnf64x
 * kind: alias
 * glibc: GLIBC_2.27
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: ISO/IEC TS 18661-3 scalbln; C23 annex H.11
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

MC_FLOATN(F_FL, scalbln)
