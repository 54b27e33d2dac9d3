/* recipe: mvec_arm_atanpi
 * symbols: _ZGVnN2v_atanpi _ZGVnN2v_atanpif _ZGVnN4v_atanpif _ZGVsMxv_atanpi _ZGVsMxv_atanpif
 * kind: implementation
 * glibc: GLIBC_2.42
 * arch: aarch64
 * needs: atanpi
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through the scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; atanpi
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

double atanpi(double x);
float atanpif(float x);

MC_ADVSIMD1(_ZGVnN2v_atanpi, double, 2, atanpi)
MC_ADVSIMD1(_ZGVnN2v_atanpif, float, 2, atanpif)
MC_ADVSIMD1(_ZGVnN4v_atanpif, float, 4, atanpif)
MC_SVE1(_ZGVsMxv_atanpi, double, 64, atanpi)
MC_SVE1(_ZGVsMxv_atanpif, float, 32, atanpif)
