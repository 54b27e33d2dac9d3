#include "shimtest.h"

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

extern void _ZGVbN2vvv_sincos(doubles2, addresses2, addresses2);

static void __attribute__((target("sse2"))) test__ZGVbN2vvv_sincos(void)
{
	doubles2 x;
	double s[2], c[2];
	addresses2 s0, c0;
	if (!__builtin_cpu_supports("sse2")) return;
	for (int i = 0; i < 2; i++) x[i] = i * 0.375 - 1;
	for (int i = 0; i < 2; i++) {
		s0[i] = (uintptr_t)&s[i + 0];
		c0[i] = (uintptr_t)&c[i + 0];
	}
	VIA(_ZGVbN2vvv_sincos)(x, s0, c0);
	for (int i = 0; i < 2; i++) printf(" %.4f %.4f", s[i], c[i]);
	putchar('\n');
}

extern void _ZGVbN4vvv_sincosf(floats4, addresses2, addresses2, addresses2, addresses2);

static void __attribute__((target("sse2"))) test__ZGVbN4vvv_sincosf(void)
{
	floats4 x;
	float s[4], c[4];
	addresses2 s0, s1, c0, c1;
	if (!__builtin_cpu_supports("sse2")) return;
	for (int i = 0; i < 4; i++) x[i] = i * 0.375f - 1;
	for (int i = 0; i < 2; i++) {
		s0[i] = (uintptr_t)&s[i + 0];
		c0[i] = (uintptr_t)&c[i + 0];
		s1[i] = (uintptr_t)&s[i + 2];
		c1[i] = (uintptr_t)&c[i + 2];
	}
	VIA(_ZGVbN4vvv_sincosf)(x, s0, s1, c0, c1);
	for (int i = 0; i < 4; i++) printf(" %.4f %.4f", s[i], c[i]);
	putchar('\n');
}

extern void _ZGVcN4vvv_sincos(doubles4, addresses2, addresses2, addresses2, addresses2);

static void __attribute__((target("avx"))) test__ZGVcN4vvv_sincos(void)
{
	doubles4 x;
	double s[4], c[4];
	addresses2 s0, s1, c0, c1;
	if (!__builtin_cpu_supports("avx")) return;
	for (int i = 0; i < 4; i++) x[i] = i * 0.375 - 1;
	for (int i = 0; i < 2; i++) {
		s0[i] = (uintptr_t)&s[i + 0];
		c0[i] = (uintptr_t)&c[i + 0];
		s1[i] = (uintptr_t)&s[i + 2];
		c1[i] = (uintptr_t)&c[i + 2];
	}
	VIA(_ZGVcN4vvv_sincos)(x, s0, s1, c0, c1);
	for (int i = 0; i < 4; i++) printf(" %.4f %.4f", s[i], c[i]);
	putchar('\n');
}

extern void _ZGVcN8vvv_sincosf(floats8, addresses2, addresses2, addresses2, addresses2, addresses2, addresses2, addresses2, addresses2);

static void __attribute__((target("avx"))) test__ZGVcN8vvv_sincosf(void)
{
	floats8 x;
	float s[8], c[8];
	addresses2 s0, s1, s2, s3, c0, c1, c2, c3;
	if (!__builtin_cpu_supports("avx")) return;
	for (int i = 0; i < 8; i++) x[i] = i * 0.375f - 1;
	for (int i = 0; i < 2; i++) {
		s0[i] = (uintptr_t)&s[i + 0];
		c0[i] = (uintptr_t)&c[i + 0];
		s1[i] = (uintptr_t)&s[i + 2];
		c1[i] = (uintptr_t)&c[i + 2];
		s2[i] = (uintptr_t)&s[i + 4];
		c2[i] = (uintptr_t)&c[i + 4];
		s3[i] = (uintptr_t)&s[i + 6];
		c3[i] = (uintptr_t)&c[i + 6];
	}
	VIA(_ZGVcN8vvv_sincosf)(x, s0, s1, s2, s3, c0, c1, c2, c3);
	for (int i = 0; i < 8; i++) printf(" %.4f %.4f", s[i], c[i]);
	putchar('\n');
}

extern void _ZGVdN4vvv_sincos(doubles4, addresses4, addresses4);

static void __attribute__((target("avx2"))) test__ZGVdN4vvv_sincos(void)
{
	doubles4 x;
	double s[4], c[4];
	addresses4 s0, c0;
	if (!__builtin_cpu_supports("avx2")) return;
	for (int i = 0; i < 4; i++) x[i] = i * 0.375 - 1;
	for (int i = 0; i < 4; i++) {
		s0[i] = (uintptr_t)&s[i + 0];
		c0[i] = (uintptr_t)&c[i + 0];
	}
	VIA(_ZGVdN4vvv_sincos)(x, s0, c0);
	for (int i = 0; i < 4; i++) printf(" %.4f %.4f", s[i], c[i]);
	putchar('\n');
}

extern void _ZGVdN8vvv_sincosf(floats8, addresses4, addresses4, addresses4, addresses4);

static void __attribute__((target("avx2"))) test__ZGVdN8vvv_sincosf(void)
{
	floats8 x;
	float s[8], c[8];
	addresses4 s0, s1, c0, c1;
	if (!__builtin_cpu_supports("avx2")) return;
	for (int i = 0; i < 8; i++) x[i] = i * 0.375f - 1;
	for (int i = 0; i < 4; i++) {
		s0[i] = (uintptr_t)&s[i + 0];
		c0[i] = (uintptr_t)&c[i + 0];
		s1[i] = (uintptr_t)&s[i + 4];
		c1[i] = (uintptr_t)&c[i + 4];
	}
	VIA(_ZGVdN8vvv_sincosf)(x, s0, s1, c0, c1);
	for (int i = 0; i < 8; i++) printf(" %.4f %.4f", s[i], c[i]);
	putchar('\n');
}

extern void _ZGVeN16vvv_sincosf(floats16, addresses8, addresses8, addresses8, addresses8);

static void __attribute__((target("avx512f"))) test__ZGVeN16vvv_sincosf(void)
{
	floats16 x;
	float s[16], c[16];
	addresses8 s0, s1, c0, c1;
	if (!__builtin_cpu_supports("avx512f")) return;
	for (int i = 0; i < 16; i++) x[i] = i * 0.375f - 1;
	for (int i = 0; i < 8; i++) {
		s0[i] = (uintptr_t)&s[i + 0];
		c0[i] = (uintptr_t)&c[i + 0];
		s1[i] = (uintptr_t)&s[i + 8];
		c1[i] = (uintptr_t)&c[i + 8];
	}
	VIA(_ZGVeN16vvv_sincosf)(x, s0, s1, c0, c1);
	for (int i = 0; i < 16; i++) printf(" %.4f %.4f", s[i], c[i]);
	putchar('\n');
}

extern void _ZGVeN8vvv_sincos(doubles8, addresses8, addresses8);

static void __attribute__((target("avx512f"))) test__ZGVeN8vvv_sincos(void)
{
	doubles8 x;
	double s[8], c[8];
	addresses8 s0, c0;
	if (!__builtin_cpu_supports("avx512f")) return;
	for (int i = 0; i < 8; i++) x[i] = i * 0.375 - 1;
	for (int i = 0; i < 8; i++) {
		s0[i] = (uintptr_t)&s[i + 0];
		c0[i] = (uintptr_t)&c[i + 0];
	}
	VIA(_ZGVeN8vvv_sincos)(x, s0, c0);
	for (int i = 0; i < 8; i++) printf(" %.4f %.4f", s[i], c[i]);
	putchar('\n');
}

int main(void)
{
	test__ZGVbN2vvv_sincos();
	test__ZGVbN4vvv_sincosf();
	test__ZGVcN4vvv_sincos();
	test__ZGVcN8vvv_sincosf();
	test__ZGVdN4vvv_sincos();
	test__ZGVdN8vvv_sincosf();
	test__ZGVeN16vvv_sincosf();
	test__ZGVeN8vvv_sincos();
	return 0;
}
