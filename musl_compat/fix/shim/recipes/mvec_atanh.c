/* recipe: mvec_atanh
 * symbols: _ZGVbN2v_atanh _ZGVbN4v_atanhf _ZGVcN4v_atanh _ZGVcN8v_atanhf _ZGVdN4v_atanh _ZGVdN8v_atanhf
 *   _ZGVeN16v_atanhf _ZGVeN8v_atanh
 * kind: implementation
 * glibc: GLIBC_2.35
 * arch: x86_64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: x86-64 psABI vector function ABI; OpenMP declare simd; atanh
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector.h"

MC_VECTOR1("sse2", _ZGVbN2v_atanh, double, 2, atanh)
MC_VECTOR1("sse2", _ZGVbN4v_atanhf, float, 4, atanhf)
MC_VECTOR1("avx", _ZGVcN4v_atanh, double, 4, atanh)
MC_VECTOR1("avx", _ZGVcN8v_atanhf, float, 8, atanhf)
MC_VECTOR1("avx2", _ZGVdN4v_atanh, double, 4, atanh)
MC_VECTOR1("avx2", _ZGVdN8v_atanhf, float, 8, atanhf)
MC_VECTOR1("avx512f", _ZGVeN16v_atanhf, float, 16, atanhf)
MC_VECTOR1("avx512f", _ZGVeN8v_atanh, double, 8, atanh)
