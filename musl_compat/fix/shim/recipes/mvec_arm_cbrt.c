/* recipe: mvec_arm_cbrt
 * symbols: _ZGVnN2v_cbrt _ZGVnN2v_cbrtf _ZGVnN4v_cbrtf _ZGVsMxv_cbrt _ZGVsMxv_cbrtf
 * kind: implementation
 * glibc: GLIBC_2.40
 * arch: aarch64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; cbrt
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

MC_ADVSIMD1(_ZGVnN2v_cbrt, double, 2, cbrt)
MC_ADVSIMD1(_ZGVnN2v_cbrtf, float, 2, cbrtf)
MC_ADVSIMD1(_ZGVnN4v_cbrtf, float, 4, cbrtf)
MC_SVE1(_ZGVsMxv_cbrt, double, 64, cbrt)
MC_SVE1(_ZGVsMxv_cbrtf, float, 32, cbrtf)
