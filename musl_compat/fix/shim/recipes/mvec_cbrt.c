/* recipe: mvec_cbrt
 * symbols: _ZGVbN2v_cbrt _ZGVbN4v_cbrtf _ZGVcN4v_cbrt _ZGVcN8v_cbrtf _ZGVdN4v_cbrt _ZGVdN8v_cbrtf
 *   _ZGVeN16v_cbrtf _ZGVeN8v_cbrt
 * kind: implementation
 * glibc: GLIBC_2.35
 * arch: x86_64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: x86-64 psABI vector function ABI; OpenMP declare simd; cbrt
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector.h"

MC_VECTOR1("sse2", _ZGVbN2v_cbrt, double, 2, cbrt)
MC_VECTOR1("sse2", _ZGVbN4v_cbrtf, float, 4, cbrtf)
MC_VECTOR1("avx", _ZGVcN4v_cbrt, double, 4, cbrt)
MC_VECTOR1("avx", _ZGVcN8v_cbrtf, float, 8, cbrtf)
MC_VECTOR1("avx2", _ZGVdN4v_cbrt, double, 4, cbrt)
MC_VECTOR1("avx2", _ZGVdN8v_cbrtf, float, 8, cbrtf)
MC_VECTOR1("avx512f", _ZGVeN16v_cbrtf, float, 16, cbrtf)
MC_VECTOR1("avx512f", _ZGVeN8v_cbrt, double, 8, cbrt)
