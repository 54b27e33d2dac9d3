/* recipe: mvec_arm_log10
 * symbols: _ZGVnN2v_log10 _ZGVnN2v_log10f _ZGVnN4v_log10f _ZGVsMxv_log10 _ZGVsMxv_log10f
 * kind: implementation
 * glibc: GLIBC_2.39
 * arch: aarch64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; log10
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

MC_ADVSIMD1(_ZGVnN2v_log10, double, 2, log10)
MC_ADVSIMD1(_ZGVnN2v_log10f, float, 2, log10f)
MC_ADVSIMD1(_ZGVnN4v_log10f, float, 4, log10f)
MC_SVE1(_ZGVsMxv_log10, double, 64, log10)
MC_SVE1(_ZGVsMxv_log10f, float, 32, log10f)
