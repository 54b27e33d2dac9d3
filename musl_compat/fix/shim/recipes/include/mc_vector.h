/* Vector variants of libm's functions as the x86-64 vector ABI names them: lane by lane through the scalar function.
 *
 * _ZGV ISA N LANES v..._NAME: b is SSE, c AVX, d AVX2, e AVX-512.
 */
#ifndef MC_VECTOR_H
#define MC_VECTOR_H
#include <math.h>
#include <stdint.h>

#define MC_VECTOR1(isa, symbol, type, lanes, scalar) \
	typedef type vector_of_##symbol __attribute__((vector_size(lanes * sizeof(type)))); \
	vector_of_##symbol __attribute__((target(isa))) symbol(vector_of_##symbol x) \
	{ \
		for (int i = 0; i < lanes; i++) x[i] = scalar(x[i]); \
		return x; \
	}

#define MC_VECTOR2(isa, symbol, type, lanes, scalar) \
	typedef type vector_of_##symbol __attribute__((vector_size(lanes * sizeof(type)))); \
	vector_of_##symbol __attribute__((target(isa))) symbol(vector_of_##symbol x, vector_of_##symbol y) \
	{ \
		for (int i = 0; i < lanes; i++) x[i] = scalar(x[i], y[i]); \
		return x; \
	}
#endif
