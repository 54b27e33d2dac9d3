/* recipe: mvec_sin
 * symbols: _ZGVbN2v_sin _ZGVbN4v_sinf _ZGVcN4v_sin _ZGVcN8v_sinf _ZGVdN4v_sin _ZGVdN8v_sinf _ZGVeN16v_sinf
 *   _ZGVeN8v_sin
 * kind: implementation
 * glibc: GLIBC_2.22
 * arch: x86_64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: x86-64 psABI vector function ABI; OpenMP declare simd; sin
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector.h"

MC_VECTOR1("sse2", _ZGVbN2v_sin, double, 2, sin)
MC_VECTOR1("sse2", _ZGVbN4v_sinf, float, 4, sinf)
MC_VECTOR1("avx", _ZGVcN4v_sin, double, 4, sin)
MC_VECTOR1("avx", _ZGVcN8v_sinf, float, 8, sinf)
MC_VECTOR1("avx2", _ZGVdN4v_sin, double, 4, sin)
MC_VECTOR1("avx2", _ZGVdN8v_sinf, float, 8, sinf)
MC_VECTOR1("avx512f", _ZGVeN16v_sinf, float, 16, sinf)
MC_VECTOR1("avx512f", _ZGVeN8v_sin, double, 8, sin)
