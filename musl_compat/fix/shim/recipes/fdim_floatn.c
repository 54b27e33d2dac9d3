/* recipe: fdim_floatn
 * symbols: fdimf32 fdimf64 fdimf32x fdimf64x
 * kind: alias
 * glibc: GLIBC_2.27
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: ISO/IEC TS 18661-3 fdim; C23 annex H.11
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

MC_FLOATN(F_FF, fdim)
