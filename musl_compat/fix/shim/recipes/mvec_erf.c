/* recipe: mvec_erf
 * symbols: _ZGVbN2v_erf _ZGVbN4v_erff _ZGVcN4v_erf _ZGVcN8v_erff _ZGVdN4v_erf _ZGVdN8v_erff _ZGVeN16v_erff
 *   _ZGVeN8v_erf
 * kind: implementation
 * glibc: GLIBC_2.35
 * arch: x86_64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: x86-64 psABI vector function ABI; OpenMP declare simd; erf
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector.h"

MC_VECTOR1("sse2", _ZGVbN2v_erf, double, 2, erf)
MC_VECTOR1("sse2", _ZGVbN4v_erff, float, 4, erff)
MC_VECTOR1("avx", _ZGVcN4v_erf, double, 4, erf)
MC_VECTOR1("avx", _ZGVcN8v_erff, float, 8, erff)
MC_VECTOR1("avx2", _ZGVdN4v_erf, double, 4, erf)
MC_VECTOR1("avx2", _ZGVdN8v_erff, float, 8, erff)
MC_VECTOR1("avx512f", _ZGVeN16v_erff, float, 16, erff)
MC_VECTOR1("avx512f", _ZGVeN8v_erf, double, 8, erf)
