/* recipe: mvec_arm_asinh
 * symbols: _ZGVnN2v_asinh _ZGVnN2v_asinhf _ZGVnN4v_asinhf _ZGVsMxv_asinh _ZGVsMxv_asinhf
 * kind: implementation
 * glibc: GLIBC_2.40
 * arch: aarch64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; asinh
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

MC_ADVSIMD1(_ZGVnN2v_asinh, double, 2, asinh)
MC_ADVSIMD1(_ZGVnN2v_asinhf, float, 2, asinhf)
MC_ADVSIMD1(_ZGVnN4v_asinhf, float, 4, asinhf)
MC_SVE1(_ZGVsMxv_asinh, double, 64, asinh)
MC_SVE1(_ZGVsMxv_asinhf, float, 32, asinhf)
