/* recipe: mvec_arm_tanpi
 * symbols: _ZGVnN2v_tanpi _ZGVnN2v_tanpif _ZGVnN4v_tanpif _ZGVsMxv_tanpi _ZGVsMxv_tanpif
 * kind: implementation
 * glibc: GLIBC_2.41
 * arch: aarch64
 * needs: tanpi
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through the scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; tanpi
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

double tanpi(double x);
float tanpif(float x);

MC_ADVSIMD1(_ZGVnN2v_tanpi, double, 2, tanpi)
MC_ADVSIMD1(_ZGVnN2v_tanpif, float, 2, tanpif)
MC_ADVSIMD1(_ZGVnN4v_tanpif, float, 4, tanpif)
MC_SVE1(_ZGVsMxv_tanpi, double, 64, tanpi)
MC_SVE1(_ZGVsMxv_tanpif, float, 32, tanpif)
