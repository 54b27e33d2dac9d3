/* recipe: mvec_arm_pow
 * symbols: _ZGVnN2vv_pow _ZGVnN2vv_powf _ZGVnN4vv_powf _ZGVsMxvv_pow _ZGVsMxvv_powf
 * kind: implementation
 * glibc: GLIBC_2.40
 * arch: aarch64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; pow
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

MC_ADVSIMD2(_ZGVnN2vv_pow, double, 2, pow)
MC_ADVSIMD2(_ZGVnN2vv_powf, float, 2, powf)
MC_ADVSIMD2(_ZGVnN4vv_powf, float, 4, powf)
MC_SVE2(_ZGVsMxvv_pow, double, 64, pow)
MC_SVE2(_ZGVsMxvv_powf, float, 32, powf)
