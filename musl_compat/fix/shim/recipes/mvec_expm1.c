/* recipe: mvec_expm1
 * symbols: _ZGVbN2v_expm1 _ZGVbN4v_expm1f _ZGVcN4v_expm1 _ZGVcN8v_expm1f _ZGVdN4v_expm1 _ZGVdN8v_expm1f
 *   _ZGVeN16v_expm1f _ZGVeN8v_expm1
 * kind: implementation
 * glibc: GLIBC_2.35
 * arch: x86_64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: x86-64 psABI vector function ABI; OpenMP declare simd; expm1
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector.h"

MC_VECTOR1("sse2", _ZGVbN2v_expm1, double, 2, expm1)
MC_VECTOR1("sse2", _ZGVbN4v_expm1f, float, 4, expm1f)
MC_VECTOR1("avx", _ZGVcN4v_expm1, double, 4, expm1)
MC_VECTOR1("avx", _ZGVcN8v_expm1f, float, 8, expm1f)
MC_VECTOR1("avx2", _ZGVdN4v_expm1, double, 4, expm1)
MC_VECTOR1("avx2", _ZGVdN8v_expm1f, float, 8, expm1f)
MC_VECTOR1("avx512f", _ZGVeN16v_expm1f, float, 16, expm1f)
MC_VECTOR1("avx512f", _ZGVeN8v_expm1, double, 8, expm1)
