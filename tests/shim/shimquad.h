/* Tests of binary128 functions: a result is printed as its double and the rest of it, some 29 digits together. */
#ifndef SHIMQUAD_H
#define SHIMQUAD_H
#include "shimtest.h"
#include <fenv.h>

typedef __float128 quad;
typedef _Complex float __attribute__((mode(TC))) quad_complex;

static const double values[] = {-3.5, -2, -0.75, -0.0, 0, 0.3, 0.5, 1, 1.5, 2.5, 20.25, __builtin_inf(), -__builtin_inf(), __builtin_nan("")};
#define VALUES (sizeof values / sizeof *values)
static const double few[] = {-2.5, 0.7, 1, 3, 17.125};
#define FEW (sizeof few / sizeof *few)

static inline void show_digits(quad x, int digits)
{
	double high = (double)x;
	if (x != x) {
		printf(" nan");
		return;
	}
	if (digits < 17 || high == 0 || high - high != 0) {
		printf(" %.*g", digits < 17 ? digits : 17, high);
		return;
	}
	quad rest = (x - high) / high;
	double low = (double)rest;
	printf(" %.17g%+.0f", high, low * 1e29 < 0 ? low * 1e29 - 0.5 : low * 1e29 + 0.5);
}

static inline void show(quad x)
{
	show_digits(x, 29);
}

static inline void show15(quad x)
{
	show_digits(x, 12);
}

#define EACH(name, body) \
	do { \
		printf(#name ":"); \
		for (size_t i = 0; i < VALUES; i++) { \
			quad x = (quad)values[i] * 1.25; \
			body; \
		} \
		putchar('\n'); \
	} while (0)
#define SHOW1(name) \
	do { \
		extern quad name(quad); \
		EACH(name, show(VIA(name)(x))); \
	} while (0)
#define SHOW15(name) \
	do { \
		extern quad name(quad); \
		printf(#name ":"); \
		for (size_t i = 5; i < 11; i++) show15(VIA(name)((quad)values[i])); \
		putchar('\n'); \
	} while (0)
#define SHOWI(name) \
	do { \
		printf(#name ":"); \
		for (size_t i = 0; i < 11; i++) printf(" %lld", (long long)VIA(name)((quad)values[i])); \
		putchar('\n'); \
	} while (0)
#define SHOWB(name) \
	do { \
		extern int name(quad); \
		EACH(name, int got = VIA(name)(x); printf(" %d", sizeof #name == sizeof "__fpclassifyf128" ? got : !!got)); \
	} while (0)
#define SHOW2(name) \
	do { \
		extern quad name(quad, quad); \
		EACH(name, for (size_t j = 0; j < FEW; j++) show(VIA(name)(x, few[j]))); \
	} while (0)
#define SHOW3(name) \
	do { \
		extern quad name(quad, quad, quad); \
		EACH(name, for (size_t j = 0; j < FEW; j++) show(VIA(name)(x / 3, few[j] / (quad)7, 1 / (quad)3))); \
	} while (0)
#define EACH_C(name, body) \
	do { \
		printf(#name ":"); \
		for (size_t i = 0; i < FEW; i++) \
			for (size_t j = 0; j < FEW; j++) { \
				quad_complex z; \
				__real__ z = few[i] + 0.125; \
				__imag__ z = few[j] - 0.375; \
				body; \
			} \
		putchar('\n'); \
	} while (0)
#define SHOWCR(name) EACH_C(name, show(VIA(name)(z)))
#define SHOWC(name) EACH_C(name, quad_complex w = VIA(name)(z); show15(__real__ w); show15(__imag__ w))
#define SHOWCC(name) EACH_C(name, quad_complex e; __real__ e = 1.25; __imag__ e = -0.5; quad_complex w = VIA(name)(z, e); show15(__real__ w); show15(__imag__ w))

#define DECLARE1(type, name) extern type name(quad);
DECLARE1(int, ilogbf128)
DECLARE1(long, lrintf128)
DECLARE1(long, lroundf128)
DECLARE1(long long, llrintf128)
DECLARE1(long long, llroundf128)
extern quad modff128(quad, quad *), frexpf128(quad, int *), remquof128(quad, quad, int *), ldexpf128(quad, int), scalbnf128(quad, int);
extern quad scalblnf128(quad, long), nanf128(const char *), lgammaf128_r(quad, int *), jnf128(int, quad), ynf128(int, quad);
extern void sincosf128(quad, quad *, quad *);
extern quad cabsf128(quad_complex), cargf128(quad_complex), crealf128(quad_complex), cimagf128(quad_complex);
extern quad_complex conjf128(quad_complex), cprojf128(quad_complex), cexpf128(quad_complex), clogf128(quad_complex), clog10f128(quad_complex);
extern quad_complex csqrtf128(quad_complex), csinhf128(quad_complex), ccoshf128(quad_complex), ctanhf128(quad_complex), csinf128(quad_complex);
extern quad_complex ccosf128(quad_complex), ctanf128(quad_complex), casinhf128(quad_complex), casinf128(quad_complex), cacosf128(quad_complex);
extern quad_complex cacoshf128(quad_complex), catanhf128(quad_complex), catanf128(quad_complex), cpowf128(quad_complex, quad_complex);
#endif
