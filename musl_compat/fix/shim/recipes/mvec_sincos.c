/* recipe: mvec_sincos
 * symbols: _ZGVbN2vvv_sincos _ZGVbN4vvv_sincosf _ZGVcN4vvv_sincos _ZGVcN8vvv_sincosf _ZGVdN4vvv_sincos
 *   _ZGVdN8vvv_sincosf _ZGVeN16vvv_sincosf _ZGVeN8vvv_sincos
 * kind: implementation
 * glibc: GLIBC_2.22
 * arch: x86_64
 * needs: -
 * fidelity: equivalent
 * differs: slower, and more precise: each lane goes through musl's scalar function
 * spec: x86-64 psABI vector function ABI; OpenMP declare simd; sincos
 * scope: public
 */
#define _GNU_SOURCE
#include <math.h>
#include <stdint.h>

/* The addresses of the results are vectors too, of 16 (SSE, AVX), 32 (AVX2) or 64 (AVX-512) bytes each. */
typedef uintptr_t addresses2 __attribute__((vector_size(16)));
typedef uintptr_t addresses4 __attribute__((vector_size(32)));
typedef uintptr_t addresses8 __attribute__((vector_size(64)));
typedef double doubles2 __attribute__((vector_size(16)));
typedef double doubles4 __attribute__((vector_size(32)));
typedef double doubles8 __attribute__((vector_size(64)));
typedef float floats4 __attribute__((vector_size(16)));
typedef float floats8 __attribute__((vector_size(32)));
typedef float floats16 __attribute__((vector_size(64)));

void __attribute__((target("sse2"))) _ZGVbN2vvv_sincos(doubles2 x, addresses2 s0, addresses2 c0)
{
	for (int i = 0; i < 2; i++) {
		sincos(x[i], (double *)s0[i], (double *)c0[i]);
	}
}

void __attribute__((target("sse2"))) _ZGVbN4vvv_sincosf(floats4 x, addresses2 s0, addresses2 s1, addresses2 c0, addresses2 c1)
{
	for (int i = 0; i < 2; i++) {
		sincosf(x[i], (float *)s0[i], (float *)c0[i]);
		sincosf(x[i + 2], (float *)s1[i], (float *)c1[i]);
	}
}

void __attribute__((target("avx"))) _ZGVcN4vvv_sincos(doubles4 x, addresses2 s0, addresses2 s1, addresses2 c0, addresses2 c1)
{
	for (int i = 0; i < 2; i++) {
		sincos(x[i], (double *)s0[i], (double *)c0[i]);
		sincos(x[i + 2], (double *)s1[i], (double *)c1[i]);
	}
}

void __attribute__((target("avx"))) _ZGVcN8vvv_sincosf(floats8 x, addresses2 s0, addresses2 s1, addresses2 s2, addresses2 s3, addresses2 c0, addresses2 c1, addresses2 c2, addresses2 c3)
{
	for (int i = 0; i < 2; i++) {
		sincosf(x[i], (float *)s0[i], (float *)c0[i]);
		sincosf(x[i + 2], (float *)s1[i], (float *)c1[i]);
		sincosf(x[i + 4], (float *)s2[i], (float *)c2[i]);
		sincosf(x[i + 6], (float *)s3[i], (float *)c3[i]);
	}
}

void __attribute__((target("avx2"))) _ZGVdN4vvv_sincos(doubles4 x, addresses4 s0, addresses4 c0)
{
	for (int i = 0; i < 4; i++) {
		sincos(x[i], (double *)s0[i], (double *)c0[i]);
	}
}

void __attribute__((target("avx2"))) _ZGVdN8vvv_sincosf(floats8 x, addresses4 s0, addresses4 s1, addresses4 c0, addresses4 c1)
{
	for (int i = 0; i < 4; i++) {
		sincosf(x[i], (float *)s0[i], (float *)c0[i]);
		sincosf(x[i + 4], (float *)s1[i], (float *)c1[i]);
	}
}

void __attribute__((target("avx512f"))) _ZGVeN16vvv_sincosf(floats16 x, addresses8 s0, addresses8 s1, addresses8 c0, addresses8 c1)
{
	for (int i = 0; i < 8; i++) {
		sincosf(x[i], (float *)s0[i], (float *)c0[i]);
		sincosf(x[i + 8], (float *)s1[i], (float *)c1[i]);
	}
}

void __attribute__((target("avx512f"))) _ZGVeN8vvv_sincos(doubles8 x, addresses8 s0, addresses8 c0)
{
	for (int i = 0; i < 8; i++) {
		sincos(x[i], (double *)s0[i], (double *)c0[i]);
	}
}
