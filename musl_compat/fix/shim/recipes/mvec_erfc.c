/* recipe: mvec_erfc
 * symbols: _ZGVbN2v_erfc _ZGVbN4v_erfcf _ZGVcN4v_erfc _ZGVcN8v_erfcf _ZGVdN4v_erfc _ZGVdN8v_erfcf
 *   _ZGVeN16v_erfcf _ZGVeN8v_erfc
 * kind: implementation
 * glibc: GLIBC_2.35
 * arch: x86_64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: x86-64 psABI vector function ABI; OpenMP declare simd; erfc
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector.h"

MC_VECTOR1("sse2", _ZGVbN2v_erfc, double, 2, erfc)
MC_VECTOR1("sse2", _ZGVbN4v_erfcf, float, 4, erfcf)
MC_VECTOR1("avx", _ZGVcN4v_erfc, double, 4, erfc)
MC_VECTOR1("avx", _ZGVcN8v_erfcf, float, 8, erfcf)
MC_VECTOR1("avx2", _ZGVdN4v_erfc, double, 4, erfc)
MC_VECTOR1("avx2", _ZGVdN8v_erfcf, float, 8, erfcf)
MC_VECTOR1("avx512f", _ZGVeN16v_erfcf, float, 16, erfcf)
MC_VECTOR1("avx512f", _ZGVeN8v_erfc, double, 8, erfc)
