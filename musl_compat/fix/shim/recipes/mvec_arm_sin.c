/* recipe: mvec_arm_sin
 * symbols: _ZGVnN2v_sin _ZGVnN2v_sinf _ZGVnN4v_sinf _ZGVsMxv_sin _ZGVsMxv_sinf
 * kind: implementation
 * glibc: GLIBC_2.38 GLIBC_2.39
 * arch: aarch64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; sin
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

MC_ADVSIMD1(_ZGVnN2v_sin, double, 2, sin)
MC_ADVSIMD1(_ZGVnN2v_sinf, float, 2, sinf)
MC_ADVSIMD1(_ZGVnN4v_sinf, float, 4, sinf)
MC_SVE1(_ZGVsMxv_sin, double, 64, sin)
MC_SVE1(_ZGVsMxv_sinf, float, 32, sinf)
