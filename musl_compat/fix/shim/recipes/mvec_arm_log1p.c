/* recipe: mvec_arm_log1p
 * symbols: _ZGVnN2v_log1p _ZGVnN2v_log1pf _ZGVnN4v_log1pf _ZGVsMxv_log1p _ZGVsMxv_log1pf
 * kind: implementation
 * glibc: GLIBC_2.39
 * arch: aarch64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; log1p
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

MC_ADVSIMD1(_ZGVnN2v_log1p, double, 2, log1p)
MC_ADVSIMD1(_ZGVnN2v_log1pf, float, 2, log1pf)
MC_ADVSIMD1(_ZGVnN4v_log1pf, float, 4, log1pf)
MC_SVE1(_ZGVsMxv_log1p, double, 64, log1p)
MC_SVE1(_ZGVsMxv_log1pf, float, 32, log1pf)
