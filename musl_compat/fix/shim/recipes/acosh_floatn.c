/* recipe: acosh_floatn
 * symbols: acoshf32 acoshf64 acoshf32x acoshf64x
 * kind: alias
 * glibc: GLIBC_2.27
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits are those of musl's libm
 * spec: ISO/IEC TS 18661-3 acosh; C23 annex H.11
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

MC_FLOATN(F_F, acosh)
