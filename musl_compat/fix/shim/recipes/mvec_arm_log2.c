/* recipe: mvec_arm_log2
 * symbols: _ZGVnN2v_log2 _ZGVnN2v_log2f _ZGVnN4v_log2f _ZGVsMxv_log2 _ZGVsMxv_log2f
 * kind: implementation
 * glibc: GLIBC_2.39
 * arch: aarch64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; log2
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

MC_ADVSIMD1(_ZGVnN2v_log2, double, 2, log2)
MC_ADVSIMD1(_ZGVnN2v_log2f, float, 2, log2f)
MC_ADVSIMD1(_ZGVnN4v_log2f, float, 4, log2f)
MC_SVE1(_ZGVsMxv_log2, double, 64, log2)
MC_SVE1(_ZGVsMxv_log2f, float, 32, log2f)
