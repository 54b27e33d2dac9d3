/* recipe: mvec_exp
 * symbols: _ZGVbN2v_exp _ZGVbN4v_expf _ZGVcN4v_exp _ZGVcN8v_expf _ZGVdN4v_exp _ZGVdN8v_expf _ZGVeN16v_expf
 *   _ZGVeN8v_exp
 * kind: implementation
 * glibc: GLIBC_2.22
 * arch: x86_64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: x86-64 psABI vector function ABI; OpenMP declare simd; exp
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector.h"

MC_VECTOR1("sse2", _ZGVbN2v_exp, double, 2, exp)
MC_VECTOR1("sse2", _ZGVbN4v_expf, float, 4, expf)
MC_VECTOR1("avx", _ZGVcN4v_exp, double, 4, exp)
MC_VECTOR1("avx", _ZGVcN8v_expf, float, 8, expf)
MC_VECTOR1("avx2", _ZGVdN4v_exp, double, 4, exp)
MC_VECTOR1("avx2", _ZGVdN8v_expf, float, 8, expf)
MC_VECTOR1("avx512f", _ZGVeN16v_expf, float, 16, expf)
MC_VECTOR1("avx512f", _ZGVeN8v_exp, double, 8, exp)
