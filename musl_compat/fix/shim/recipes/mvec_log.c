/* recipe: mvec_log
 * symbols: _ZGVbN2v_log _ZGVbN4v_logf _ZGVcN4v_log _ZGVcN8v_logf _ZGVdN4v_log _ZGVdN8v_logf _ZGVeN16v_logf
 *   _ZGVeN8v_log
 * kind: implementation
 * glibc: GLIBC_2.22
 * arch: x86_64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: x86-64 psABI vector function ABI; OpenMP declare simd; log
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_vector.h"

MC_VECTOR1("sse2", _ZGVbN2v_log, double, 2, log)
MC_VECTOR1("sse2", _ZGVbN4v_logf, float, 4, logf)
MC_VECTOR1("avx", _ZGVcN4v_log, double, 4, log)
MC_VECTOR1("avx", _ZGVcN8v_logf, float, 8, logf)
MC_VECTOR1("avx2", _ZGVdN4v_log, double, 4, log)
MC_VECTOR1("avx2", _ZGVdN8v_logf, float, 8, logf)
MC_VECTOR1("avx512f", _ZGVeN16v_logf, float, 16, logf)
MC_VECTOR1("avx512f", _ZGVeN8v_log, double, 8, log)
