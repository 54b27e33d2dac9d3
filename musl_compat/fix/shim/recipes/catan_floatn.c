/* recipe: catan_floatn
 * symbols: catanf32 catanf64 catanf32x catanf64x
 * kind: alias
 * glibc: GLIBC_2.27
 * arch: any
 * needs: -
 * fidelity: degraded
 * differs: long double has about eight digits, as musl's catanl
 * spec: ISO/IEC TS 18661-3 catan; C23 annex H.11
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

MC_FLOATN(C_C, catan)
