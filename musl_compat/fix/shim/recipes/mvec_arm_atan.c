/* recipe: mvec_arm_atan
 * symbols: _ZGVnN2v_atan _ZGVnN2v_atanf _ZGVnN4v_atanf _ZGVsMxv_atan _ZGVsMxv_atanf
 * kind: implementation
 * glibc: GLIBC_2.39
 * arch: aarch64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; atan
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

MC_ADVSIMD1(_ZGVnN2v_atan, double, 2, atan)
MC_ADVSIMD1(_ZGVnN2v_atanf, float, 2, atanf)
MC_ADVSIMD1(_ZGVnN4v_atanf, float, 4, atanf)
MC_SVE1(_ZGVsMxv_atan, double, 64, atan)
MC_SVE1(_ZGVsMxv_atanf, float, 32, atanf)
