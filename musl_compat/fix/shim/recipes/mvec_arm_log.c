/* recipe: mvec_arm_log
 * symbols: _ZGVnN2v_log _ZGVnN2v_logf _ZGVnN4v_logf _ZGVsMxv_log _ZGVsMxv_logf
 * kind: implementation
 * glibc: GLIBC_2.38 GLIBC_2.39
 * arch: aarch64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; log
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

MC_ADVSIMD1(_ZGVnN2v_log, double, 2, log)
MC_ADVSIMD1(_ZGVnN2v_logf, float, 2, logf)
MC_ADVSIMD1(_ZGVnN4v_logf, float, 4, logf)
MC_SVE1(_ZGVsMxv_log, double, 64, log)
MC_SVE1(_ZGVsMxv_logf, float, 32, logf)
