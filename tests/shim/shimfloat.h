/* Tests of functions of the floating types. Results are printed with fewer digits than the types have: the last ones belong
 * to the libm. math.h is not included: it declares some of the names with types of its own.
 */
#ifndef SHIMFLOAT_H
#define SHIMFLOAT_H
#include "shimtest.h"
#include <fenv.h>

static const double values[] = {-3.5, -2, -0.75, -0.0, 0, 0.3, 0.5, 1, 1.5, 2.5, 20.25, __builtin_inf(), -__builtin_inf(), __builtin_nan("")};
#define VALUES (sizeof values / sizeof *values)
static const double few[] = {-2.5, -0.0, 0.7, 1, 3, __builtin_inf(), __builtin_nan("")};
#define FEW (sizeof few / sizeof *few)

/* The sign of a NaN is nobody's promise. */
static inline void show(long double x, int digits)
{
	if (x != x) printf(" nan");
	else printf(" %.*Lg", digits, x);
}

#define DIGITS(type) ((int)(sizeof(type) == 4 ? 5 : 11))
/* musl's complex functions lose some digits more, catanl most of all. */
#define DIGITS_C(type) ((int)(sizeof(type) == 4 ? 3 : 6))
#define SHOW(type, x) show((long double)(x), DIGITS(type))
#define SHOW_C(type, x) (show((long double)__real__(x), DIGITS_C(type)), show((long double)__imag__(x), DIGITS_C(type)))

#define TEST_F_F(name, type) \
	static void test_##name(void) \
	{ \
		extern type name(type x); \
		printf(#name ":"); \
		for (size_t i = 0; i < VALUES; i++) SHOW(type, VIA(name)((type)values[i])); \
		putchar('\n'); \
	}

#define TEST_F_FF(name, type) \
	static void test_##name(void) \
	{ \
		extern type name(type x, type y); \
		printf(#name ":"); \
		for (size_t i = 0; i < FEW; i++) \
			for (size_t j = 0; j < FEW; j++) SHOW(type, VIA(name)((type)few[i], (type)few[j])); \
		putchar('\n'); \
	}

#define TEST_F_FFF(name, type) \
	static void test_##name(void) \
	{ \
		extern type name(type x, type y, type z); \
		printf(#name ":"); \
		for (size_t i = 0; i < FEW; i++) SHOW(type, VIA(name)((type)few[i], (type)1.5, (type)-0.25)); \
		putchar('\n'); \
	}

#define TEST_C_C(name, type) \
	static void test_##name(void) \
	{ \
		extern type _Complex name(type _Complex x); \
		printf(#name ":"); \
		for (size_t i = 0; i < 5; i++) \
			for (size_t j = 0; j < 5; j++) { \
				type _Complex z; \
				__real__ z = (type)(few[i] + 0.125); \
				__imag__ z = (type)(few[j] - 0.375); \
				SHOW_C(type, VIA(name)(z)); \
			} \
		putchar('\n'); \
	}

#define TEST_C_CC(name, type) \
	static void test_##name(void) \
	{ \
		extern type _Complex name(type _Complex x, type _Complex y); \
		printf(#name ":"); \
		for (size_t i = 0; i < 5; i++) { \
			type _Complex z, w; \
			__real__ z = (type)(few[i] + 0.125); \
			__imag__ z = (type)0.5; \
			__real__ w = (type)1.25; \
			__imag__ w = (type)-0.5; \
			SHOW_C(type, VIA(name)(z, w)); \
		} \
		putchar('\n'); \
	}

#define TEST_F_C(name, type) \
	static void test_##name(void) \
	{ \
		extern type name(type _Complex x); \
		printf(#name ":"); \
		for (size_t i = 0; i < 5; i++) \
			for (size_t j = 0; j < 5; j++) { \
				type _Complex z; \
				__real__ z = (type)(few[i] + 0.125); \
				__imag__ z = (type)(few[j] - 0.375); \
				SHOW(type, VIA(name)(z)); \
			} \
		putchar('\n'); \
	}

#define TEST_F_FpI(name, type) \
	static void test_##name(void) \
	{ \
		extern type name(type x, int *p); \
		printf(#name ":"); \
		for (size_t i = 0; i < VALUES; i++) { \
			int n = -7; \
			type y = VIA(name)((type)values[i], &n); \
			SHOW(type, y); \
			if (y == y && y - y == 0) printf(" %d", n); \
		} \
		putchar('\n'); \
	}

#define TEST_F_FI(name, type) \
	static void test_##name(void) \
	{ \
		extern type name(type x, int n); \
		printf(#name ":"); \
		for (size_t i = 0; i < VALUES; i++) SHOW(type, VIA(name)((type)values[i], 3)); \
		putchar('\n'); \
	}

#define TEST_F_FL(name, type) \
	static void test_##name(void) \
	{ \
		extern type name(type x, long n); \
		printf(#name ":"); \
		for (size_t i = 0; i < VALUES; i++) SHOW(type, VIA(name)((type)values[i], 3)); \
		putchar('\n'); \
	}

#define TEST_F_FQ(name, type) \
	static void test_##name(void) \
	{ \
		extern type name(type x, long long n); \
		printf(#name ":"); \
		for (size_t i = 0; i < VALUES; i++) SHOW(type, VIA(name)((type)values[i], 3)); \
		putchar('\n'); \
	}

#define TEST_I_F(name, type) \
	static void test_##name(void) \
	{ \
		extern int name(type x); \
		printf(#name ":"); \
		for (size_t i = 0; i < VALUES; i++) printf(" %d", VIA(name)((type)values[i])); \
		putchar('\n'); \
	}

#define TEST_L_F(name, type) \
	static void test_##name(void) \
	{ \
		extern long name(type x); \
		printf(#name ":"); \
		for (size_t i = 0; i + 3 < VALUES; i++) printf(" %lld", (long long)VIA(name)((type)values[i])); \
		putchar('\n'); \
	}

#define TEST_Q_F(name, type) \
	static void test_##name(void) \
	{ \
		extern long long name(type x); \
		printf(#name ":"); \
		for (size_t i = 0; i + 3 < VALUES; i++) printf(" %lld", (long long)VIA(name)((type)values[i])); \
		putchar('\n'); \
	}

#define TEST_F_FpF(name, type) \
	static void test_##name(void) \
	{ \
		extern type name(type x, type *p); \
		printf(#name ":"); \
		for (size_t i = 0; i < VALUES; i++) { \
			type whole = -7; \
			SHOW(type, VIA(name)((type)values[i], &whole)); \
			SHOW(type, whole); \
		} \
		putchar('\n'); \
	}

#define TEST_F_S(name, type) \
	static void test_##name(void) \
	{ \
		extern type name(const char *s); \
		printf(#name ":"); \
		SHOW(type, VIA(name)("")); \
		putchar('\n'); \
	}

#define TEST_F_FFpI(name, type) \
	static void test_##name(void) \
	{ \
		extern type name(type x, type y, int *p); \
		printf(#name ":"); \
		for (size_t i = 0; i < FEW; i++) { \
			int n = -7; \
			SHOW(type, VIA(name)((type)few[i] * 7, 2, &n)); \
			if (few[i] - few[i] == 0) printf(" %d", n & 7); \
		} \
		putchar('\n'); \
	}

#define TEST_V_FpFpF(name, type) \
	static void test_##name(void) \
	{ \
		extern void name(type x, type *p, type *q); \
		printf(#name ":"); \
		for (size_t i = 0; i < VALUES; i++) { \
			type a = 9, b = 9; \
			VIA(name)((type)values[i], &a, &b); \
			SHOW(type, a); \
			SHOW(type, b); \
		} \
		putchar('\n'); \
	}

#define TEST_F_IF(name, type) \
	static void test_##name(void) \
	{ \
		extern type name(int n, type x); \
		printf(#name ":"); \
		for (size_t i = 4; i + 3 < VALUES; i++) \
			for (int n = 0; n < 3; n++) SHOW(type, VIA(name)(n, (type)values[i])); \
		putchar('\n'); \
	}

#define TEST_I_pFpF(name, type) \
	static void test_##name(void) \
	{ \
		extern int name(type *p, const type *q); \
		printf(#name ":"); \
		for (size_t i = 0; i < VALUES; i++) { \
			type x = (type)values[i], y = 9; \
			printf(" %d", VIA(name)(&y, &x)); \
			SHOW(type, y); \
		} \
		putchar('\n'); \
	}

#define TEST_F_pF(name, type) \
	static void test_##name(void) \
	{ \
		extern type name(const type *p); \
		printf(#name ":"); \
		for (size_t i = 0; i < VALUES; i++) { \
			type x = (type)values[i]; \
			SHOW(type, VIA(name)(&x)); \
		} \
		putchar('\n'); \
	}

#define TEST_I_pFF(name, type) \
	static void test_##name(void) \
	{ \
		extern int name(type *p, type x); \
		printf(#name ":"); \
		for (size_t i = 0; i < VALUES; i++) { \
			type y = 9; \
			printf(" %d", VIA(name)(&y, (type)values[i])); \
			SHOW(type, y); \
		} \
		putchar('\n'); \
	}

#define TEST_I_cpFcpF(name, type) \
	static void test_##name(void) \
	{ \
		extern int name(const type *p, const type *q); \
		printf(#name ":"); \
		for (size_t i = 0; i < VALUES; i++) \
			for (size_t j = 0; j < VALUES; j++) { \
				type x = (type)values[i], y = (type)values[j]; \
				printf(" %d", VIA(name)(&x, &y)); \
			} \
		putchar('\n'); \
	}

#define TEST_P_F(name, type) \
	static void test_##name(void) \
	{ \
		extern type name(type x); \
		printf(#name ":"); \
		for (size_t i = 5; i + 3 < VALUES; i++) SHOW(type, VIA(name)((type)values[i])); \
		putchar('\n'); \
	}

#define FLOATN_TEST_NAMED(signature, f32, f64, f32x, f64x) \
	TEST_##signature(f32, float) \
	TEST_##signature(f64, double) \
	TEST_##signature(f32x, double) \
	TEST_##signature(f64x, long double) \
	int main(void) \
	{ \
		test_##f32(); \
		test_##f64(); \
		test_##f32x(); \
		test_##f64x(); \
		return 0; \
	}

#define FLOATN_TEST(signature, name) FLOATN_TEST_NAMED(signature, name##f32, name##f64, name##f32x, name##f64x)

/* double, float and long double. */
#define TYPES_TEST(signature, d, f, l) \
	TEST_##signature(d, double) \
	TEST_##signature(f, float) \
	TEST_##signature(l, long double) \
	int main(void) \
	{ \
		test_##d(); \
		test_##f(); \
		test_##l(); \
		return 0; \
	}

/* All seven names of a function. */
#define ALL_TEST(signature, name) \
	TEST_##signature(name, double) \
	TEST_##signature(name##f, float) \
	TEST_##signature(name##l, long double) \
	TEST_##signature(name##f32, float) \
	TEST_##signature(name##f64, double) \
	TEST_##signature(name##f32x, double) \
	TEST_##signature(name##f64x, long double) \
	int main(void) \
	{ \
		test_##name(); \
		test_##name##f(); \
		test_##name##l(); \
		test_##name##f32(); \
		test_##name##f64(); \
		test_##name##f32x(); \
		test_##name##f64x(); \
		return 0; \
	}

#define ONE_TEST(signature, name, type) \
	TEST_##signature(name, type) \
	int main(void) \
	{ \
		test_##name(); \
		return 0; \
	}
#endif
