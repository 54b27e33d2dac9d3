/* Vector variants of libm's functions as the AArch64 vector ABI names them: lane by lane through the scalar function.
 *
 * _ZGV ISA MASK LANES v..._NAME: nN is Advanced SIMD, whose callees keep more registers than others; sMx is SVE of any
 * length, with a predicate that tells which lanes count.
 */
#ifndef MC_VECTOR_ARM_H
#define MC_VECTOR_ARM_H
#ifdef __clang__
#define MC_SVE __attribute__((target("sve")))
#if __clang_major__ < 16 && !defined __ARM_FEATURE_SVE
#define __ARM_FEATURE_SVE 1 /* or its header refuses, though functions that ask for SVE have it */
#endif
#else
#define MC_SVE __attribute__((target("+sve")))
#endif
#include <arm_sve.h>
#include <math.h>

#define MC_ADVSIMD1(symbol, type, lanes, scalar) \
	typedef type vector_of_##symbol __attribute__((vector_size(lanes * sizeof(type)))); \
	vector_of_##symbol __attribute__((aarch64_vector_pcs)) symbol(vector_of_##symbol x) \
	{ \
		for (int i = 0; i < lanes; i++) x[i] = scalar(x[i]); \
		return x; \
	}

#define MC_ADVSIMD2(symbol, type, lanes, scalar) \
	typedef type vector_of_##symbol __attribute__((vector_size(lanes * sizeof(type)))); \
	vector_of_##symbol __attribute__((aarch64_vector_pcs)) symbol(vector_of_##symbol x, vector_of_##symbol y) \
	{ \
		for (int i = 0; i < lanes; i++) x[i] = scalar(x[i], y[i]); \
		return x; \
	}

/* A register has 2048 bits at most. ``bits`` is 32 or 64; lanes that do not count are left as they are. */
#define MC_SVE_BODY(type, bits, compute) \
	type lane[2048 / bits]; \
	uint##bits##_t counts[2048 / bits]; \
	uint64_t n = bits == 64 ? svcntd() : svcntw(); \
	svst1(svptrue_b##bits(), lane, x); \
	svst1(svptrue_b##bits(), counts, svdup_n_u##bits##_z(predicate, 1)); \
	for (uint64_t i = 0; i < n; i++) \
		if (counts[i]) lane[i] = compute; \
	return svld1(svptrue_b##bits(), lane);

#define MC_SVE1(symbol, type, bits, scalar) \
	svfloat##bits##_t MC_SVE symbol(svfloat##bits##_t x, svbool_t predicate) \
	{ \
		MC_SVE_BODY(type, bits, scalar(lane[i])) \
	}

#define MC_SVE2(symbol, type, bits, scalar) \
	svfloat##bits##_t MC_SVE symbol(svfloat##bits##_t x, svfloat##bits##_t y, svbool_t predicate) \
	{ \
		type second[2048 / bits]; \
		svst1(svptrue_b##bits(), second, y); \
		MC_SVE_BODY(type, bits, scalar(lane[i], second[i])) \
	}
#endif
