/* recipe: mvec_atan
 * symbols: _ZGVbN2v_atan _ZGVbN4v_atanf _ZGVcN4v_atan _ZGVcN8v_atanf _ZGVdN4v_atan _ZGVdN8v_atanf
 *   _ZGVeN16v_atanf _ZGVeN8v_atan
 * kind: implementation
 * glibc: GLIBC_2.35
 * arch: x86_64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: x86-64 psABI vector function ABI; OpenMP declare simd; atan
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector.h"

MC_VECTOR1("sse2", _ZGVbN2v_atan, double, 2, atan)
MC_VECTOR1("sse2", _ZGVbN4v_atanf, float, 4, atanf)
MC_VECTOR1("avx", _ZGVcN4v_atan, double, 4, atan)
MC_VECTOR1("avx", _ZGVcN8v_atanf, float, 8, atanf)
MC_VECTOR1("avx2", _ZGVdN4v_atan, double, 4, atan)
MC_VECTOR1("avx2", _ZGVdN8v_atanf, float, 8, atanf)
MC_VECTOR1("avx512f", _ZGVeN16v_atanf, float, 16, atanf)
MC_VECTOR1("avx512f", _ZGVeN8v_atan, double, 8, atan)
