/* recipe: mvec_arm_cosh
 * symbols: _ZGVnN2v_cosh _ZGVnN2v_coshf _ZGVnN4v_coshf _ZGVsMxv_cosh _ZGVsMxv_coshf
 * kind: implementation
 * glibc: GLIBC_2.40
 * arch: aarch64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: vector function ABI for AArch64; OpenMP declare simd; cosh
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector_arm.h"

MC_ADVSIMD1(_ZGVnN2v_cosh, double, 2, cosh)
MC_ADVSIMD1(_ZGVnN2v_coshf, float, 2, coshf)
MC_ADVSIMD1(_ZGVnN4v_coshf, float, 4, coshf)
MC_SVE1(_ZGVsMxv_cosh, double, 64, cosh)
MC_SVE1(_ZGVsMxv_coshf, float, 32, coshf)
