/* recipe: nearbyint_floatn
 * symbols: nearbyintf32 nearbyintf64 nearbyintf32x nearbyintf64x
 * kind: alias
 * glibc: GLIBC_2.27
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: ISO/IEC TS 18661-3 nearbyint; C23 annex H.11
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

MC_FLOATN(F_F, nearbyint)
