/* recipe: mvec_tanh
 * symbols: _ZGVbN2v_tanh _ZGVbN4v_tanhf _ZGVcN4v_tanh _ZGVcN8v_tanhf _ZGVdN4v_tanh _ZGVdN8v_tanhf
 *   _ZGVeN16v_tanhf _ZGVeN8v_tanh
 * kind: implementation
 * glibc: GLIBC_2.35
 * arch: x86_64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: x86-64 psABI vector function ABI; OpenMP declare simd; tanh
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector.h"

MC_VECTOR1("sse2", _ZGVbN2v_tanh, double, 2, tanh)
MC_VECTOR1("sse2", _ZGVbN4v_tanhf, float, 4, tanhf)
MC_VECTOR1("avx", _ZGVcN4v_tanh, double, 4, tanh)
MC_VECTOR1("avx", _ZGVcN8v_tanhf, float, 8, tanhf)
MC_VECTOR1("avx2", _ZGVdN4v_tanh, double, 4, tanh)
MC_VECTOR1("avx2", _ZGVdN8v_tanhf, float, 8, tanhf)
MC_VECTOR1("avx512f", _ZGVeN16v_tanhf, float, 16, tanhf)
MC_VECTOR1("avx512f", _ZGVeN8v_tanh, double, 8, tanh)
