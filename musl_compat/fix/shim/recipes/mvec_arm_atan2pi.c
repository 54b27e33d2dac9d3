/* recipe: mvec_arm_atan2pi
 * symbols: _ZGVnN2vv_atan2pi _ZGVnN2vv_atan2pif _ZGVnN4vv_atan2pif _ZGVsMxvv_atan2pi _ZGVsMxvv_atan2pif
 * kind: implementation
 * glibc: GLIBC_2.42
 * arch: aarch64
 * needs: atan2pi
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through the scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; atan2pi
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

double atan2pi(double x, double y);
float atan2pif(float x, float y);

MC_ADVSIMD2(_ZGVnN2vv_atan2pi, double, 2, atan2pi)
MC_ADVSIMD2(_ZGVnN2vv_atan2pif, float, 2, atan2pif)
MC_ADVSIMD2(_ZGVnN4vv_atan2pif, float, 4, atan2pif)
MC_SVE2(_ZGVsMxvv_atan2pi, double, 64, atan2pi)
MC_SVE2(_ZGVsMxvv_atan2pif, float, 32, atan2pif)
