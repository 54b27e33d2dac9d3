/* recipe: mvec_arm_erfc
 * symbols: _ZGVnN2v_erfc _ZGVnN2v_erfcf _ZGVnN4v_erfcf _ZGVsMxv_erfc _ZGVsMxv_erfcf
 * kind: implementation
 * glibc: GLIBC_2.40
 * arch: aarch64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; erfc
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

MC_ADVSIMD1(_ZGVnN2v_erfc, double, 2, erfc)
MC_ADVSIMD1(_ZGVnN2v_erfcf, float, 2, erfcf)
MC_ADVSIMD1(_ZGVnN4v_erfcf, float, 4, erfcf)
MC_SVE1(_ZGVsMxv_erfc, double, 64, erfc)
MC_SVE1(_ZGVsMxv_erfcf, float, 32, erfcf)
