/* recipe: mvec_arm_sinh
 * symbols: _ZGVnN2v_sinh _ZGVnN2v_sinhf _ZGVnN4v_sinhf _ZGVsMxv_sinh _ZGVsMxv_sinhf
 * kind: implementation
 * glibc: GLIBC_2.40
 * arch: aarch64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; sinh
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

MC_ADVSIMD1(_ZGVnN2v_sinh, double, 2, sinh)
MC_ADVSIMD1(_ZGVnN2v_sinhf, float, 2, sinhf)
MC_ADVSIMD1(_ZGVnN4v_sinhf, float, 4, sinhf)
MC_SVE1(_ZGVsMxv_sinh, double, 64, sinh)
MC_SVE1(_ZGVsMxv_sinhf, float, 32, sinhf)
