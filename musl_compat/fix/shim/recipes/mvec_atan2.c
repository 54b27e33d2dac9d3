/* recipe: mvec_atan2
 * symbols: _ZGVbN2vv_atan2 _ZGVbN4vv_atan2f _ZGVcN4vv_atan2 _ZGVcN8vv_atan2f _ZGVdN4vv_atan2 _ZGVdN8vv_atan2f
 *   _ZGVeN16vv_atan2f _ZGVeN8vv_atan2
 * kind: implementation
 * glibc: GLIBC_2.35
 * arch: x86_64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: x86-64 psABI vector function ABI; OpenMP declare simd; atan2
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector.h"

MC_VECTOR2("sse2", _ZGVbN2vv_atan2, double, 2, atan2)
MC_VECTOR2("sse2", _ZGVbN4vv_atan2f, float, 4, atan2f)
MC_VECTOR2("avx", _ZGVcN4vv_atan2, double, 4, atan2)
MC_VECTOR2("avx", _ZGVcN8vv_atan2f, float, 8, atan2f)
MC_VECTOR2("avx2", _ZGVdN4vv_atan2, double, 4, atan2)
MC_VECTOR2("avx2", _ZGVdN8vv_atan2f, float, 8, atan2f)
MC_VECTOR2("avx512f", _ZGVeN16vv_atan2f, float, 16, atan2f)
MC_VECTOR2("avx512f", _ZGVeN8vv_atan2, double, 8, atan2)
