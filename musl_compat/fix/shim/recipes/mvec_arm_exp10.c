/* recipe: mvec_arm_exp10
 * symbols: _ZGVnN2v_exp10 _ZGVnN2v_exp10f _ZGVnN4v_exp10f _ZGVsMxv_exp10 _ZGVsMxv_exp10f
 * kind: implementation
 * glibc: GLIBC_2.39
 * arch: aarch64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; exp10
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

MC_ADVSIMD1(_ZGVnN2v_exp10, double, 2, exp10)
MC_ADVSIMD1(_ZGVnN2v_exp10f, float, 2, exp10f)
MC_ADVSIMD1(_ZGVnN4v_exp10f, float, 4, exp10f)
MC_SVE1(_ZGVsMxv_exp10, double, 64, exp10)
MC_SVE1(_ZGVsMxv_exp10f, float, 32, exp10f)
