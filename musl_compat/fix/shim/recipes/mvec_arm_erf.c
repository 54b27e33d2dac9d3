/* recipe: mvec_arm_erf
 * symbols: _ZGVnN2v_erf _ZGVnN2v_erff _ZGVnN4v_erff _ZGVsMxv_erf _ZGVsMxv_erff
 * kind: implementation
 * glibc: GLIBC_2.40
 * arch: aarch64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; erf
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

MC_ADVSIMD1(_ZGVnN2v_erf, double, 2, erf)
MC_ADVSIMD1(_ZGVnN2v_erff, float, 2, erff)
MC_ADVSIMD1(_ZGVnN4v_erff, float, 4, erff)
MC_SVE1(_ZGVsMxv_erf, double, 64, erf)
MC_SVE1(_ZGVsMxv_erff, float, 32, erff)
