/* recipe: mvec_arm_exp2m1
 * symbols: _ZGVnN2v_exp2m1 _ZGVnN2v_exp2m1f _ZGVnN4v_exp2m1f _ZGVsMxv_exp2m1 _ZGVsMxv_exp2m1f
 * kind: implementation
 * glibc: GLIBC_2.43
 * arch: aarch64
 * needs: exp2m1
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through the scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; exp2m1
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

double exp2m1(double x);
float exp2m1f(float x);

MC_ADVSIMD1(_ZGVnN2v_exp2m1, double, 2, exp2m1)
MC_ADVSIMD1(_ZGVnN2v_exp2m1f, float, 2, exp2m1f)
MC_ADVSIMD1(_ZGVnN4v_exp2m1f, float, 4, exp2m1f)
MC_SVE1(_ZGVsMxv_exp2m1, double, 64, exp2m1)
MC_SVE1(_ZGVsMxv_exp2m1f, float, 32, exp2m1f)
