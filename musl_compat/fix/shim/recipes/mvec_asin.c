/* recipe: mvec_asin
 * symbols: _ZGVbN2v_asin _ZGVbN4v_asinf _ZGVcN4v_asin _ZGVcN8v_asinf _ZGVdN4v_asin _ZGVdN8v_asinf
 *   _ZGVeN16v_asinf _ZGVeN8v_asin
 * kind: implementation
 * glibc: GLIBC_2.35
 * arch: x86_64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: x86-64 psABI vector function ABI; OpenMP declare simd; asin
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector.h"

MC_VECTOR1("sse2", _ZGVbN2v_asin, double, 2, asin)
MC_VECTOR1("sse2", _ZGVbN4v_asinf, float, 4, asinf)
MC_VECTOR1("avx", _ZGVcN4v_asin, double, 4, asin)
MC_VECTOR1("avx", _ZGVcN8v_asinf, float, 8, asinf)
MC_VECTOR1("avx2", _ZGVdN4v_asin, double, 4, asin)
MC_VECTOR1("avx2", _ZGVdN8v_asinf, float, 8, asinf)
MC_VECTOR1("avx512f", _ZGVeN16v_asinf, float, 16, asinf)
MC_VECTOR1("avx512f", _ZGVeN8v_asin, double, 8, asin)
