/* recipe: mvec_arm_cos
 * symbols: _ZGVnN2v_cos _ZGVnN2v_cosf _ZGVnN4v_cosf _ZGVsMxv_cos _ZGVsMxv_cosf
 * kind: implementation
 * glibc: GLIBC_2.38 GLIBC_2.39
 * arch: aarch64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; cos
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

MC_ADVSIMD1(_ZGVnN2v_cos, double, 2, cos)
MC_ADVSIMD1(_ZGVnN2v_cosf, float, 2, cosf)
MC_ADVSIMD1(_ZGVnN4v_cosf, float, 4, cosf)
MC_SVE1(_ZGVsMxv_cos, double, 64, cos)
MC_SVE1(_ZGVsMxv_cosf, float, 32, cosf)
