/* recipe: mvec_arm_tan
 * symbols: _ZGVnN2v_tan _ZGVnN2v_tanf _ZGVnN4v_tanf _ZGVsMxv_tan _ZGVsMxv_tanf
 * kind: implementation
 * glibc: GLIBC_2.39
 * arch: aarch64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; tan
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

MC_ADVSIMD1(_ZGVnN2v_tan, double, 2, tan)
MC_ADVSIMD1(_ZGVnN2v_tanf, float, 2, tanf)
MC_ADVSIMD1(_ZGVnN4v_tanf, float, 4, tanf)
MC_SVE1(_ZGVsMxv_tan, double, 64, tan)
MC_SVE1(_ZGVsMxv_tanf, float, 32, tanf)
