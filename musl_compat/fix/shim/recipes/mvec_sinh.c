/* recipe: mvec_sinh
 * symbols: _ZGVbN2v_sinh _ZGVbN4v_sinhf _ZGVcN4v_sinh _ZGVcN8v_sinhf _ZGVdN4v_sinh _ZGVdN8v_sinhf
 *   _ZGVeN16v_sinhf _ZGVeN8v_sinh
 * kind: implementation
 * glibc: GLIBC_2.35
 * arch: x86_64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: x86-64 psABI vector function ABI; OpenMP declare simd; sinh
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector.h"

MC_VECTOR1("sse2", _ZGVbN2v_sinh, double, 2, sinh)
MC_VECTOR1("sse2", _ZGVbN4v_sinhf, float, 4, sinhf)
MC_VECTOR1("avx", _ZGVcN4v_sinh, double, 4, sinh)
MC_VECTOR1("avx", _ZGVcN8v_sinhf, float, 8, sinhf)
MC_VECTOR1("avx2", _ZGVdN4v_sinh, double, 4, sinh)
MC_VECTOR1("avx2", _ZGVdN8v_sinhf, float, 8, sinhf)
MC_VECTOR1("avx512f", _ZGVeN16v_sinhf, float, 16, sinhf)
MC_VECTOR1("avx512f", _ZGVeN8v_sinh, double, 8, sinh)
