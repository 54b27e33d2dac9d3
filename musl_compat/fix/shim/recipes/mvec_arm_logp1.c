/* recipe: mvec_arm_logp1
 * symbols: _ZGVnN2v_logp1 _ZGVnN2v_logp1f _ZGVnN4v_logp1f _ZGVsMxv_logp1 _ZGVsMxv_logp1f
 * kind: implementation
 * glibc: GLIBC_2.41
 * arch: aarch64
 * needs: logp1
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through the scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; logp1
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

double logp1(double x);
float logp1f(float x);

MC_ADVSIMD1(_ZGVnN2v_logp1, double, 2, logp1)
MC_ADVSIMD1(_ZGVnN2v_logp1f, float, 2, logp1f)
MC_ADVSIMD1(_ZGVnN4v_logp1f, float, 4, logp1f)
MC_SVE1(_ZGVsMxv_logp1, double, 64, logp1)
MC_SVE1(_ZGVsMxv_logp1f, float, 32, logp1f)
