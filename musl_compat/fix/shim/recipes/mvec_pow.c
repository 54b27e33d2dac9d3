/* recipe: mvec_pow
 * symbols: _ZGVbN2vv_pow _ZGVbN4vv_powf _ZGVcN4vv_pow _ZGVcN8vv_powf _ZGVdN4vv_pow _ZGVdN8vv_powf
 *   _ZGVeN16vv_powf _ZGVeN8vv_pow
 * kind: implementation
 * glibc: GLIBC_2.22
 * arch: x86_64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: x86-64 psABI vector function ABI; OpenMP declare simd; pow
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector.h"

MC_VECTOR2("sse2", _ZGVbN2vv_pow, double, 2, pow)
MC_VECTOR2("sse2", _ZGVbN4vv_powf, float, 4, powf)
MC_VECTOR2("avx", _ZGVcN4vv_pow, double, 4, pow)
MC_VECTOR2("avx", _ZGVcN8vv_powf, float, 8, powf)
MC_VECTOR2("avx2", _ZGVdN4vv_pow, double, 4, pow)
MC_VECTOR2("avx2", _ZGVdN8vv_powf, float, 8, powf)
MC_VECTOR2("avx512f", _ZGVeN16vv_powf, float, 16, powf)
MC_VECTOR2("avx512f", _ZGVeN8vv_pow, double, 8, pow)
