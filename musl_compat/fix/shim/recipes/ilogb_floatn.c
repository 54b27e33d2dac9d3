/* recipe: ilogb_floatn
 * symbols: ilogbf32 ilogbf64 ilogbf32x ilogbf64x
 * kind: alias
 * glibc: GLIBC_2.27
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: ISO/IEC TS 18661-3 ilogb; C23 annex H.11
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

MC_FLOATN(I_F, ilogb)
