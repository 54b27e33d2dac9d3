/* recipe: mvec_arm_log2p1
 * symbols: _ZGVnN2v_log2p1 _ZGVnN2v_log2p1f _ZGVnN4v_log2p1f _ZGVsMxv_log2p1 _ZGVsMxv_log2p1f
 * kind: implementation
 * glibc: GLIBC_2.43
 * arch: aarch64
 * needs: log2p1
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through the scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; log2p1
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

double log2p1(double x);
float log2p1f(float x);

MC_ADVSIMD1(_ZGVnN2v_log2p1, double, 2, log2p1)
MC_ADVSIMD1(_ZGVnN2v_log2p1f, float, 2, log2p1f)
MC_ADVSIMD1(_ZGVnN4v_log2p1f, float, 4, log2p1f)
MC_SVE1(_ZGVsMxv_log2p1, double, 64, log2p1)
MC_SVE1(_ZGVsMxv_log2p1f, float, 32, log2p1f)
