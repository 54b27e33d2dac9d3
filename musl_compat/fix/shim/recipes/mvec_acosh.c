/* recipe: mvec_acosh
 * symbols: _ZGVbN2v_acosh _ZGVbN4v_acoshf _ZGVcN4v_acosh _ZGVcN8v_acoshf _ZGVdN4v_acosh _ZGVdN8v_acoshf
 *   _ZGVeN16v_acoshf _ZGVeN8v_acosh
 * kind: implementation
 * glibc: GLIBC_2.35
 * arch: x86_64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: x86-64 psABI vector function ABI; OpenMP declare simd; acosh
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector.h"

MC_VECTOR1("sse2", _ZGVbN2v_acosh, double, 2, acosh)
MC_VECTOR1("sse2", _ZGVbN4v_acoshf, float, 4, acoshf)
MC_VECTOR1("avx", _ZGVcN4v_acosh, double, 4, acosh)
MC_VECTOR1("avx", _ZGVcN8v_acoshf, float, 8, acoshf)
MC_VECTOR1("avx2", _ZGVdN4v_acosh, double, 4, acosh)
MC_VECTOR1("avx2", _ZGVdN8v_acoshf, float, 8, acoshf)
MC_VECTOR1("avx512f", _ZGVeN16v_acoshf, float, 16, acoshf)
MC_VECTOR1("avx512f", _ZGVeN8v_acosh, double, 8, acosh)
