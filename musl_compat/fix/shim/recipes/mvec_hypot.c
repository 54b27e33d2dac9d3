/* recipe: mvec_hypot
 * symbols: _ZGVbN2vv_hypot _ZGVbN4vv_hypotf _ZGVcN4vv_hypot _ZGVcN8vv_hypotf _ZGVdN4vv_hypot _ZGVdN8vv_hypotf
 *   _ZGVeN16vv_hypotf _ZGVeN8vv_hypot
 * kind: implementation
 * glibc: GLIBC_2.35
 * arch: x86_64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: x86-64 psABI vector function ABI; OpenMP declare simd; hypot
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector.h"

MC_VECTOR2("sse2", _ZGVbN2vv_hypot, double, 2, hypot)
MC_VECTOR2("sse2", _ZGVbN4vv_hypotf, float, 4, hypotf)
MC_VECTOR2("avx", _ZGVcN4vv_hypot, double, 4, hypot)
MC_VECTOR2("avx", _ZGVcN8vv_hypotf, float, 8, hypotf)
MC_VECTOR2("avx2", _ZGVdN4vv_hypot, double, 4, hypot)
MC_VECTOR2("avx2", _ZGVdN8vv_hypotf, float, 8, hypotf)
MC_VECTOR2("avx512f", _ZGVeN16vv_hypotf, float, 16, hypotf)
MC_VECTOR2("avx512f", _ZGVeN8vv_hypot, double, 8, hypot)
