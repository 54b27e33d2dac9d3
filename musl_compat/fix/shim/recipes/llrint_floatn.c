/* recipe: llrint_floatn
 * symbols: llrintf32 llrintf64 llrintf32x llrintf64x
 * kind: alias
 * glibc: GLIBC_2.27
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: ISO/IEC TS 18661-3 llrint; C23 annex H.11
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

MC_FLOATN(Q_F, llrint)
