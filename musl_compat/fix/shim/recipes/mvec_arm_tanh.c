/* recipe: mvec_arm_tanh
 * symbols: _ZGVnN2v_tanh _ZGVnN2v_tanhf _ZGVnN4v_tanhf _ZGVsMxv_tanh _ZGVsMxv_tanhf
 * kind: implementation
 * glibc: GLIBC_2.40
 * arch: aarch64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; tanh
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

MC_ADVSIMD1(_ZGVnN2v_tanh, double, 2, tanh)
MC_ADVSIMD1(_ZGVnN2v_tanhf, float, 2, tanhf)
MC_ADVSIMD1(_ZGVnN4v_tanhf, float, 4, tanhf)
MC_SVE1(_ZGVsMxv_tanh, double, 64, tanh)
MC_SVE1(_ZGVsMxv_tanhf, float, 32, tanhf)
