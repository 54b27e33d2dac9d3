/* recipe: mvec_cos
 * symbols: _ZGVbN2v_cos _ZGVbN4v_cosf _ZGVcN4v_cos _ZGVcN8v_cosf _ZGVdN4v_cos _ZGVdN8v_cosf _ZGVeN16v_cosf
 *   _ZGVeN8v_cos
 * kind: implementation
 * glibc: GLIBC_2.22
 * arch: x86_64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: x86-64 psABI vector function ABI; OpenMP declare simd; cos
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector.h"

MC_VECTOR1("sse2", _ZGVbN2v_cos, double, 2, cos)
MC_VECTOR1("sse2", _ZGVbN4v_cosf, float, 4, cosf)
MC_VECTOR1("avx", _ZGVcN4v_cos, double, 4, cos)
MC_VECTOR1("avx", _ZGVcN8v_cosf, float, 8, cosf)
MC_VECTOR1("avx2", _ZGVdN4v_cos, double, 4, cos)
MC_VECTOR1("avx2", _ZGVdN8v_cosf, float, 8, cosf)
MC_VECTOR1("avx512f", _ZGVeN16v_cosf, float, 16, cosf)
MC_VECTOR1("avx512f", _ZGVeN8v_cos, double, 8, cos)
