/* recipe: mvec_arm_hypot
 * symbols: _ZGVnN2vv_hypot _ZGVnN2vv_hypotf _ZGVnN4vv_hypotf _ZGVsMxvv_hypot _ZGVsMxvv_hypotf
 * kind: implementation
 * glibc: GLIBC_2.40
 * arch: aarch64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; hypot
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

MC_ADVSIMD2(_ZGVnN2vv_hypot, double, 2, hypot)
MC_ADVSIMD2(_ZGVnN2vv_hypotf, float, 2, hypotf)
MC_ADVSIMD2(_ZGVnN4vv_hypotf, float, 4, hypotf)
MC_SVE2(_ZGVsMxvv_hypot, double, 64, hypot)
MC_SVE2(_ZGVsMxvv_hypotf, float, 32, hypotf)
