/* recipe: mvec_cosh
 * symbols: _ZGVbN2v_cosh _ZGVbN4v_coshf _ZGVcN4v_cosh _ZGVcN8v_coshf _ZGVdN4v_cosh _ZGVdN8v_coshf
 *   _ZGVeN16v_coshf _ZGVeN8v_cosh
 * kind: implementation
 * glibc: GLIBC_2.35
 * arch: x86_64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: x86-64 psABI vector function ABI; OpenMP declare simd; cosh
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector.h"

MC_VECTOR1("sse2", _ZGVbN2v_cosh, double, 2, cosh)
MC_VECTOR1("sse2", _ZGVbN4v_coshf, float, 4, coshf)
MC_VECTOR1("avx", _ZGVcN4v_cosh, double, 4, cosh)
MC_VECTOR1("avx", _ZGVcN8v_coshf, float, 8, coshf)
MC_VECTOR1("avx2", _ZGVdN4v_cosh, double, 4, cosh)
MC_VECTOR1("avx2", _ZGVdN8v_coshf, float, 8, coshf)
MC_VECTOR1("avx512f", _ZGVeN16v_coshf, float, 16, coshf)
MC_VECTOR1("avx512f", _ZGVeN8v_cosh, double, 8, cosh)
