/* recipe: mvec_exp2
 * symbols: _ZGVbN2v_exp2 _ZGVbN4v_exp2f _ZGVcN4v_exp2 _ZGVcN8v_exp2f _ZGVdN4v_exp2 _ZGVdN8v_exp2f
 *   _ZGVeN16v_exp2f _ZGVeN8v_exp2
 * kind: implementation
 * glibc: GLIBC_2.35
 * arch: x86_64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: x86-64 psABI vector function ABI; OpenMP declare simd; exp2
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector.h"

MC_VECTOR1("sse2", _ZGVbN2v_exp2, double, 2, exp2)
MC_VECTOR1("sse2", _ZGVbN4v_exp2f, float, 4, exp2f)
MC_VECTOR1("avx", _ZGVcN4v_exp2, double, 4, exp2)
MC_VECTOR1("avx", _ZGVcN8v_exp2f, float, 8, exp2f)
MC_VECTOR1("avx2", _ZGVdN4v_exp2, double, 4, exp2)
MC_VECTOR1("avx2", _ZGVdN8v_exp2f, float, 8, exp2f)
MC_VECTOR1("avx512f", _ZGVeN16v_exp2f, float, 16, exp2f)
MC_VECTOR1("avx512f", _ZGVeN8v_exp2, double, 8, exp2)
