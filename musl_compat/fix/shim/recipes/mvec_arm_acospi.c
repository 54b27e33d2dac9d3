/* recipe: mvec_arm_acospi
 * symbols: _ZGVnN2v_acospi _ZGVnN2v_acospif _ZGVnN4v_acospif _ZGVsMxv_acospi _ZGVsMxv_acospif
 * kind: implementation
 * glibc: GLIBC_2.42
 * arch: aarch64
 * needs: acospi
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through the scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; acospi
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

double acospi(double x);
float acospif(float x);

MC_ADVSIMD1(_ZGVnN2v_acospi, double, 2, acospi)
MC_ADVSIMD1(_ZGVnN2v_acospif, float, 2, acospif)
MC_ADVSIMD1(_ZGVnN4v_acospif, float, 4, acospif)
MC_SVE1(_ZGVsMxv_acospi, double, 64, acospi)
MC_SVE1(_ZGVsMxv_acospif, float, 32, acospif)
