/* recipe: mvec_arm_sinpi
 * symbols: _ZGVnN2v_sinpi _ZGVnN2v_sinpif _ZGVnN4v_sinpif _ZGVsMxv_sinpi _ZGVsMxv_sinpif
 * kind: implementation
 * glibc: GLIBC_2.41
 * arch: aarch64
 * needs: sinpi
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through the scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; sinpi
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

double sinpi(double x);
float sinpif(float x);

MC_ADVSIMD1(_ZGVnN2v_sinpi, double, 2, sinpi)
MC_ADVSIMD1(_ZGVnN2v_sinpif, float, 2, sinpif)
MC_ADVSIMD1(_ZGVnN4v_sinpif, float, 4, sinpif)
MC_SVE1(_ZGVsMxv_sinpi, double, 64, sinpi)
MC_SVE1(_ZGVsMxv_sinpif, float, 32, sinpif)
