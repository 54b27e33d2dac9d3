/* Tests of vector functions: each is called when the processor has its instructions. libmvec promises four units in the last
 * place, so that few digits are printed.
 */
#ifndef SHIMVECTOR_H
#define SHIMVECTOR_H
#include "shimtest.h"

#define VECTOR_BODY(isa, symbol, type, lanes, base, step, parameters, arguments) \
	static void __attribute__((target(isa))) test_##symbol(void) \
	{ \
		typedef type vector __attribute__((vector_size(lanes * sizeof(type)))); \
		extern vector symbol parameters; \
		vector x, y; \
		if (!__builtin_cpu_supports(isa)) return; \
		for (int i = 0; i < lanes; i++) x[i] = (type)(base + i * step), y[i] = (type)(1.5 - i * 0.125); \
		(void)y; \
		x = VIA(symbol) arguments; \
		printf(#symbol ":"); \
		for (int i = 0; i < lanes; i++) printf(" %.*g", sizeof(type) == 4 ? 4 : 12, (double)x[i]); \
		putchar('\n'); \
	}
#define VECTOR_TEST1(isa, symbol, type, lanes, base, step) VECTOR_BODY(isa, symbol, type, lanes, base, step, (vector), (x))
#define VECTOR_TEST2(isa, symbol, type, lanes, base, step) VECTOR_BODY(isa, symbol, type, lanes, base, step, (vector, vector), (x, y))
#endif
