/* recipe: mvec_arm_cospi
 * symbols: _ZGVnN2v_cospi _ZGVnN2v_cospif _ZGVnN4v_cospif _ZGVsMxv_cospi _ZGVsMxv_cospif
 * kind: implementation
 * glibc: GLIBC_2.41
 * arch: aarch64
 * needs: cospi
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through the scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; cospi
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

double cospi(double x);
float cospif(float x);

MC_ADVSIMD1(_ZGVnN2v_cospi, double, 2, cospi)
MC_ADVSIMD1(_ZGVnN2v_cospif, float, 2, cospif)
MC_ADVSIMD1(_ZGVnN4v_cospif, float, 4, cospif)
MC_SVE1(_ZGVsMxv_cospi, double, 64, cospi)
MC_SVE1(_ZGVsMxv_cospif, float, 32, cospif)
