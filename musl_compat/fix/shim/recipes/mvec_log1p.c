/* recipe: mvec_log1p
 * symbols: _ZGVbN2v_log1p _ZGVbN4v_log1pf _ZGVcN4v_log1p _ZGVcN8v_log1pf _ZGVdN4v_log1p _ZGVdN8v_log1pf
 *   _ZGVeN16v_log1pf _ZGVeN8v_log1p
 * kind: implementation
 * glibc: GLIBC_2.35
 * arch: x86_64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: x86-64 psABI vector function ABI; OpenMP declare simd; log1p
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector.h"

MC_VECTOR1("sse2", _ZGVbN2v_log1p, double, 2, log1p)
MC_VECTOR1("sse2", _ZGVbN4v_log1pf, float, 4, log1pf)
MC_VECTOR1("avx", _ZGVcN4v_log1p, double, 4, log1p)
MC_VECTOR1("avx", _ZGVcN8v_log1pf, float, 8, log1pf)
MC_VECTOR1("avx2", _ZGVdN4v_log1p, double, 4, log1p)
MC_VECTOR1("avx2", _ZGVdN8v_log1pf, float, 8, log1pf)
MC_VECTOR1("avx512f", _ZGVeN16v_log1pf, float, 16, log1pf)
MC_VECTOR1("avx512f", _ZGVeN8v_log1p, double, 8, log1p)
