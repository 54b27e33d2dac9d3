/* recipe: mvec_arm_atanh
 * symbols: _ZGVnN2v_atanh _ZGVnN2v_atanhf _ZGVnN4v_atanhf _ZGVsMxv_atanh _ZGVsMxv_atanhf
 * kind: implementation
 * glibc: GLIBC_2.40
 * arch: aarch64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; atanh
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

MC_ADVSIMD1(_ZGVnN2v_atanh, double, 2, atanh)
MC_ADVSIMD1(_ZGVnN2v_atanhf, float, 2, atanhf)
MC_ADVSIMD1(_ZGVnN4v_atanhf, float, 4, atanhf)
MC_SVE1(_ZGVsMxv_atanh, double, 64, atanh)
MC_SVE1(_ZGVsMxv_atanhf, float, 32, atanhf)
