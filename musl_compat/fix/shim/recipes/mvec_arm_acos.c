/* recipe: mvec_arm_acos
 * symbols: _ZGVnN2v_acos _ZGVnN2v_acosf _ZGVnN4v_acosf _ZGVsMxv_acos _ZGVsMxv_acosf
 * kind: implementation
 * glibc: GLIBC_2.39
 * arch: aarch64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; acos
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

MC_ADVSIMD1(_ZGVnN2v_acos, double, 2, acos)
MC_ADVSIMD1(_ZGVnN2v_acosf, float, 2, acosf)
MC_ADVSIMD1(_ZGVnN4v_acosf, float, 4, acosf)
MC_SVE1(_ZGVsMxv_acos, double, 64, acos)
MC_SVE1(_ZGVsMxv_acosf, float, 32, acosf)
