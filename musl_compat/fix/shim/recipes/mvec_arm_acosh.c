/* recipe: mvec_arm_acosh
 * symbols: _ZGVnN2v_acosh _ZGVnN2v_acoshf _ZGVnN4v_acoshf _ZGVsMxv_acosh _ZGVsMxv_acoshf
 * kind: implementation
 * glibc: GLIBC_2.40
 * arch: aarch64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; acosh
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

MC_ADVSIMD1(_ZGVnN2v_acosh, double, 2, acosh)
MC_ADVSIMD1(_ZGVnN2v_acoshf, float, 2, acoshf)
MC_ADVSIMD1(_ZGVnN4v_acoshf, float, 4, acoshf)
MC_SVE1(_ZGVsMxv_acosh, double, 64, acosh)
MC_SVE1(_ZGVsMxv_acoshf, float, 32, acoshf)
