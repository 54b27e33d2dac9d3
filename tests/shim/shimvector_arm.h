/* Tests of the vector functions of AArch64; those of SVE are called when the processor has it. libmvec promises four units in
 * the last place, so that few digits are printed. Every third lane of SVE does not count, and is not printed.
 */
#ifndef SHIMVECTOR_ARM_H
#define SHIMVECTOR_ARM_H
#include "shimtest.h"
#include <arm_sve.h>
#include <sys/auxv.h>

#define ADVSIMD_BODY(symbol, type, lanes, base, step, parameters, arguments) \
	static void test_##symbol(void) \
	{ \
		typedef type vector __attribute__((vector_size(lanes * sizeof(type)))); \
		extern vector __attribute__((aarch64_vector_pcs)) symbol parameters; \
		vector x, y; \
		for (int i = 0; i < lanes; i++) x[i] = (type)(base + i * step), y[i] = (type)(1.5 - i * 0.125); \
		(void)y; \
		x = VIA(symbol) arguments; \
		printf(#symbol ":"); \
		for (int i = 0; i < lanes; i++) printf(" %.*g", sizeof(type) == 4 ? 4 : 12, (double)x[i]); \
		putchar('\n'); \
	}
#define ADVSIMD_TEST1(symbol, type, lanes, base, step) ADVSIMD_BODY(symbol, type, lanes, base, step, (vector), (x))
#define ADVSIMD_TEST2(symbol, type, lanes, base, step) ADVSIMD_BODY(symbol, type, lanes, base, step, (vector, vector), (x, y))

#define SVE_BODY(symbol, type, bits, base, step, parameters, arguments) \
	static void __attribute__((target("+sve"))) test_##symbol(void) \
	{ \
		extern svfloat##bits##_t symbol parameters; \
		type lane[2048 / bits], second[2048 / bits]; \
		uint##bits##_t counts[2048 / bits]; \
		if (!(getauxval(AT_HWCAP) & 1 << 22)) return; \
		for (int i = 0; i < 2048 / bits; i++) \
			lane[i] = (type)(base + i * step), second[i] = (type)(1.5 - i * 0.125), counts[i] = i % 3 != 2; \
		svbool_t all = svptrue_b##bits(), some = svcmpne(all, svld1(all, counts), 0); \
		svfloat##bits##_t x = svld1(all, lane), y = svld1(all, second); \
		(void)y; \
		svst1(all, lane, VIA(symbol) arguments); \
		printf(#symbol ":"); \
		for (int i = 0; i < 8 && (unsigned)i < (bits == 64 ? svcntd() : svcntw()); i++) \
			if (counts[i]) printf(" %.*g", bits == 32 ? 4 : 12, (double)lane[i]); \
		putchar('\n'); \
	}
#define SVE_TEST1(symbol, type, bits, base, step) \
	SVE_BODY(symbol, type, bits, base, step, (svfloat##bits##_t, svbool_t), (x, some))
#define SVE_TEST2(symbol, type, bits, base, step) \
	SVE_BODY(symbol, type, bits, base, step, (svfloat##bits##_t, svfloat##bits##_t, svbool_t), (x, y, some))
#endif
