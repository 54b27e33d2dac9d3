/* recipe: mvec_arm_atan2
 * symbols: _ZGVnN2vv_atan2 _ZGVnN2vv_atan2f _ZGVnN4vv_atan2f _ZGVsMxvv_atan2 _ZGVsMxvv_atan2f
 * kind: implementation
 * glibc: GLIBC_2.39
 * arch: aarch64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; atan2
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

MC_ADVSIMD2(_ZGVnN2vv_atan2, double, 2, atan2)
MC_ADVSIMD2(_ZGVnN2vv_atan2f, float, 2, atan2f)
MC_ADVSIMD2(_ZGVnN4vv_atan2f, float, 4, atan2f)
MC_SVE2(_ZGVsMxvv_atan2, double, 64, atan2)
MC_SVE2(_ZGVsMxvv_atan2f, float, 32, atan2f)
