/* recipe: mvec_arm_rsqrt
 * symbols: _ZGVnN2v_rsqrt _ZGVnN2v_rsqrtf _ZGVnN4v_rsqrtf _ZGVsMxv_rsqrt _ZGVsMxv_rsqrtf
 * kind: implementation
 * glibc: GLIBC_2.43
 * arch: aarch64
 * needs: rsqrt
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through the scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; rsqrt
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

double rsqrt(double x);
float rsqrtf(float x);

MC_ADVSIMD1(_ZGVnN2v_rsqrt, double, 2, rsqrt)
MC_ADVSIMD1(_ZGVnN2v_rsqrtf, float, 2, rsqrtf)
MC_ADVSIMD1(_ZGVnN4v_rsqrtf, float, 4, rsqrtf)
MC_SVE1(_ZGVsMxv_rsqrt, double, 64, rsqrt)
MC_SVE1(_ZGVsMxv_rsqrtf, float, 32, rsqrtf)
