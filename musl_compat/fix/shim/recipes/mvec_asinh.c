/* recipe: mvec_asinh
 * symbols: _ZGVbN2v_asinh _ZGVbN4v_asinhf _ZGVcN4v_asinh _ZGVcN8v_asinhf _ZGVdN4v_asinh _ZGVdN8v_asinhf
 *   _ZGVeN16v_asinhf _ZGVeN8v_asinh
 * kind: implementation
 * glibc: GLIBC_2.35
 * arch: x86_64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: x86-64 psABI vector function ABI; OpenMP declare simd; asinh
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector.h"

MC_VECTOR1("sse2", _ZGVbN2v_asinh, double, 2, asinh)
MC_VECTOR1("sse2", _ZGVbN4v_asinhf, float, 4, asinhf)
MC_VECTOR1("avx", _ZGVcN4v_asinh, double, 4, asinh)
MC_VECTOR1("avx", _ZGVcN8v_asinhf, float, 8, asinhf)
MC_VECTOR1("avx2", _ZGVdN4v_asinh, double, 4, asinh)
MC_VECTOR1("avx2", _ZGVdN8v_asinhf, float, 8, asinhf)
MC_VECTOR1("avx512f", _ZGVeN16v_asinhf, float, 16, asinhf)
MC_VECTOR1("avx512f", _ZGVeN8v_asinh, double, 8, asinh)
