/* recipe: mvec_arm_asinpi
 * symbols: _ZGVnN2v_asinpi _ZGVnN2v_asinpif _ZGVnN4v_asinpif _ZGVsMxv_asinpi _ZGVsMxv_asinpif
 * kind: implementation
 * glibc: GLIBC_2.42
 * arch: aarch64
 * needs: asinpi
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through the scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; asinpi
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

double asinpi(double x);
float asinpif(float x);

MC_ADVSIMD1(_ZGVnN2v_asinpi, double, 2, asinpi)
MC_ADVSIMD1(_ZGVnN2v_asinpif, float, 2, asinpif)
MC_ADVSIMD1(_ZGVnN4v_asinpif, float, 4, asinpif)
MC_SVE1(_ZGVsMxv_asinpi, double, 64, asinpi)
MC_SVE1(_ZGVsMxv_asinpif, float, 32, asinpif)
