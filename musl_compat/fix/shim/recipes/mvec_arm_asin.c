/* recipe: mvec_arm_asin
 * symbols: _ZGVnN2v_asin _ZGVnN2v_asinf _ZGVnN4v_asinf _ZGVsMxv_asin _ZGVsMxv_asinf
 * kind: implementation
 * glibc: GLIBC_2.39
 * arch: aarch64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; asin
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

MC_ADVSIMD1(_ZGVnN2v_asin, double, 2, asin)
MC_ADVSIMD1(_ZGVnN2v_asinf, float, 2, asinf)
MC_ADVSIMD1(_ZGVnN4v_asinf, float, 4, asinf)
MC_SVE1(_ZGVsMxv_asin, double, 64, asin)
MC_SVE1(_ZGVsMxv_asinf, float, 32, asinf)
