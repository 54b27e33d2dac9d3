/* recipe: mvec_tan
 * symbols: _ZGVbN2v_tan _ZGVbN4v_tanf _ZGVcN4v_tan _ZGVcN8v_tanf _ZGVdN4v_tan _ZGVdN8v_tanf _ZGVeN16v_tanf
 *   _ZGVeN8v_tan
 * kind: implementation
 * glibc: GLIBC_2.35
 * arch: x86_64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: x86-64 psABI vector function ABI; OpenMP declare simd; tan
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector.h"

MC_VECTOR1("sse2", _ZGVbN2v_tan, double, 2, tan)
MC_VECTOR1("sse2", _ZGVbN4v_tanf, float, 4, tanf)
MC_VECTOR1("avx", _ZGVcN4v_tan, double, 4, tan)
MC_VECTOR1("avx", _ZGVcN8v_tanf, float, 8, tanf)
MC_VECTOR1("avx2", _ZGVdN4v_tan, double, 4, tan)
MC_VECTOR1("avx2", _ZGVdN8v_tanf, float, 8, tanf)
MC_VECTOR1("avx512f", _ZGVeN16v_tanf, float, 16, tanf)
MC_VECTOR1("avx512f", _ZGVeN8v_tan, double, 8, tan)
