/* recipe: mvec_log10
 * symbols: _ZGVbN2v_log10 _ZGVbN4v_log10f _ZGVcN4v_log10 _ZGVcN8v_log10f _ZGVdN4v_log10 _ZGVdN8v_log10f
 *   _ZGVeN16v_log10f _ZGVeN8v_log10
 * kind: implementation
 * glibc: GLIBC_2.35
 * arch: x86_64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: x86-64 psABI vector function ABI; OpenMP declare simd; log10
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector.h"

MC_VECTOR1("sse2", _ZGVbN2v_log10, double, 2, log10)
MC_VECTOR1("sse2", _ZGVbN4v_log10f, float, 4, log10f)
MC_VECTOR1("avx", _ZGVcN4v_log10, double, 4, log10)
MC_VECTOR1("avx", _ZGVcN8v_log10f, float, 8, log10f)
MC_VECTOR1("avx2", _ZGVdN4v_log10, double, 4, log10)
MC_VECTOR1("avx2", _ZGVdN8v_log10f, float, 8, log10f)
MC_VECTOR1("avx512f", _ZGVeN16v_log10f, float, 16, log10f)
MC_VECTOR1("avx512f", _ZGVeN8v_log10, double, 8, log10)
