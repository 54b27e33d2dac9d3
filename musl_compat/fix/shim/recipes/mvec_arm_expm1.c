/* recipe: mvec_arm_expm1
 * symbols: _ZGVnN2v_expm1 _ZGVnN2v_expm1f _ZGVnN4v_expm1f _ZGVsMxv_expm1 _ZGVsMxv_expm1f
 * kind: implementation
 * glibc: GLIBC_2.39
 * arch: aarch64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; expm1
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

MC_ADVSIMD1(_ZGVnN2v_expm1, double, 2, expm1)
MC_ADVSIMD1(_ZGVnN2v_expm1f, float, 2, expm1f)
MC_ADVSIMD1(_ZGVnN4v_expm1f, float, 4, expm1f)
MC_SVE1(_ZGVsMxv_expm1, double, 64, expm1)
MC_SVE1(_ZGVsMxv_expm1f, float, 32, expm1f)
