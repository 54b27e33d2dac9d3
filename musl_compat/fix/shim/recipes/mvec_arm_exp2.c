/* recipe: mvec_arm_exp2
 * symbols: _ZGVnN2v_exp2 _ZGVnN2v_exp2f _ZGVnN4v_exp2f _ZGVsMxv_exp2 _ZGVsMxv_exp2f
 * kind: implementation
 * glibc: GLIBC_2.39
 * arch: aarch64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; exp2
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

MC_ADVSIMD1(_ZGVnN2v_exp2, double, 2, exp2)
MC_ADVSIMD1(_ZGVnN2v_exp2f, float, 2, exp2f)
MC_ADVSIMD1(_ZGVnN4v_exp2f, float, 4, exp2f)
MC_SVE1(_ZGVsMxv_exp2, double, 64, exp2)
MC_SVE1(_ZGVsMxv_exp2f, float, 32, exp2f)
