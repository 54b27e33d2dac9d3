/* recipe: mvec_arm_exp
 * symbols: _ZGVnN2v_exp _ZGVnN2v_expf _ZGVnN4v_expf _ZGVsMxv_exp _ZGVsMxv_expf
 * kind: implementation
 * glibc: GLIBC_2.38 GLIBC_2.39
 * arch: aarch64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; exp
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

MC_ADVSIMD1(_ZGVnN2v_exp, double, 2, exp)
MC_ADVSIMD1(_ZGVnN2v_expf, float, 2, expf)
MC_ADVSIMD1(_ZGVnN4v_expf, float, 4, expf)
MC_SVE1(_ZGVsMxv_exp, double, 64, exp)
MC_SVE1(_ZGVsMxv_expf, float, 32, expf)
