/* recipe: mvec_acos
 * symbols: _ZGVbN2v_acos _ZGVbN4v_acosf _ZGVcN4v_acos _ZGVcN8v_acosf _ZGVdN4v_acos _ZGVdN8v_acosf
 *   _ZGVeN16v_acosf _ZGVeN8v_acos
 * kind: implementation
 * glibc: GLIBC_2.35
 * arch: x86_64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: x86-64 psABI vector function ABI; OpenMP declare simd; acos
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector.h"

MC_VECTOR1("sse2", _ZGVbN2v_acos, double, 2, acos)
MC_VECTOR1("sse2", _ZGVbN4v_acosf, float, 4, acosf)
MC_VECTOR1("avx", _ZGVcN4v_acos, double, 4, acos)
MC_VECTOR1("avx", _ZGVcN8v_acosf, float, 8, acosf)
MC_VECTOR1("avx2", _ZGVdN4v_acos, double, 4, acos)
MC_VECTOR1("avx2", _ZGVdN8v_acosf, float, 8, acosf)
MC_VECTOR1("avx512f", _ZGVeN16v_acosf, float, 16, acosf)
MC_VECTOR1("avx512f", _ZGVeN8v_acos, double, 8, acos)
