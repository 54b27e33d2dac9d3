/* recipe: math_errno
 * symbols: acos acosf acosl acosh acoshf acoshl asin asinf asinl atan2 atan2f atan2l atanh atanhf atanhl cos cosf cosl cosh
 *   coshf coshl erfc erfcf erfcl exp expf expl exp10 exp10f exp10l pow10 pow10f pow10l exp2 exp2f exp2l expm1 expm1f expm1l
 *   fdim fdimf fdiml fmod fmodf fmodl hypot hypotf hypotl ilogb ilogbf ilogbl ldexp ldexpf ldexpl lgamma
 *   lgammaf lgammal lgamma_r lgammaf_r lgammal_r log logf logl log10 log10f log10l log1p log1pf log1pl log2 log2f log2l
 *   nextafter nextafterf nextafterl nexttoward nexttowardf nexttowardl pow powf powl remainder remainderf
 *   remainderl drem dremf scalb scalbf scalbln scalblnf scalblnl scalbn scalbnf scalbnl sin sinf sinl
 *   sincos sincosf sincosl sinh sinhf sinhl sqrt sqrtf sqrtl tan tanf tanl tgamma tgammaf tgammal y0 y0f y1 y1f yn ynf
 * kind: wrapper
 * glibc: GLIBC_2.2.5 GLIBC_2.23 GLIBC_2.27 GLIBC_2.29 GLIBC_2.32 GLIBC_2.35 GLIBC_2.38 GLIBC_2.39 GLIBC_2.43
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: errno is judged by arguments and result; the values are musl's
 * spec: math_error(7): EDOM for an argument outside of the domain, ERANGE for a pole, an overflow and an underflow to zero;
 *   math_errhandling of <math.h>
 * scope: private
 */
#define _GNU_SOURCE
#include "include/mc_logb.h"
#include <errno.h>
#include <math.h>

double pow10(double);
float pow10f(float);
long double pow10l(long double);
#undef pow10

/* What a result says. Of an argument that is no number nothing is said. */
#define DOMAIN(r, x) \
	do { \
		if (isnan(r) && !isnan(x)) errno = EDOM; \
	} while (0)
#define DOMAIN2(r, x, y) \
	do { \
		if (isnan(r) && !isnan(x) && !isnan(y)) errno = EDOM; \
	} while (0)
#define INFINITE(r, x) \
	do { \
		if (isinf(r) && isfinite(x)) errno = ERANGE; \
	} while (0)
#define INFINITE2(r, x, y) \
	do { \
		if (isinf(r) && isfinite(x) && isfinite(y)) errno = ERANGE; \
	} while (0)
#define VANISHED(r, when) \
	do { \
		if ((r) == 0 && (when)) errno = ERANGE; \
	} while (0)

#define UNARY(type, name, checks) \
	type __mc_##name(type x) \
	{ \
		type r = name(x); \
		checks; \
		return r; \
	}
#define BINARY(type, name, other, checks) \
	type __mc_##name(type x, other y) \
	{ \
		type r = name(x, y); \
		checks; \
		return r; \
	}
#define UNARY3(name, checks) \
	UNARY(double, name, checks) UNARY(float, name##f, checks) UNARY(long double, name##l, checks)
#define BINARY3(name, checks) \
	BINARY(double, name, double, checks) BINARY(float, name##f, float, checks) BINARY(long double, name##l, long double, checks)

UNARY3(acos, DOMAIN(r, x))
UNARY3(asin, DOMAIN(r, x))
/* musl's gives a number for some arguments below 1. */
UNARY3(acosh, if (x < 1) r = (x - x) / (x - x); DOMAIN(r, x))
UNARY3(sqrt, DOMAIN(r, x))
UNARY3(cos, DOMAIN(r, x))
UNARY3(sin, DOMAIN(r, x))
UNARY3(tan, DOMAIN(r, x))
UNARY3(atanh, DOMAIN(r, x); INFINITE(r, x))
UNARY3(log, DOMAIN(r, x); INFINITE(r, x))
UNARY3(log10, DOMAIN(r, x); INFINITE(r, x))
UNARY3(log1p, DOMAIN(r, x); INFINITE(r, x))
UNARY3(log2, DOMAIN(r, x); INFINITE(r, x))
UNARY3(cosh, INFINITE(r, x))
UNARY3(sinh, INFINITE(r, x))
UNARY3(expm1, INFINITE(r, x))
UNARY3(exp, INFINITE(r, x); VANISHED(r, isfinite(x)))
UNARY3(exp2, INFINITE(r, x); VANISHED(r, isfinite(x)))
UNARY3(exp10, INFINITE(r, x); VANISHED(r, isfinite(x)))
UNARY3(pow10, INFINITE(r, x); VANISHED(r, isfinite(x)))
UNARY3(erfc, VANISHED(r, isfinite(x)))
UNARY3(lgamma, INFINITE(r, x))

/* A pole at zero, none elsewhere: negative integers are outside of the domain. */
UNARY3(tgamma, DOMAIN(r, x); INFINITE(r, x); VANISHED(r, isfinite(x)))

BINARY3(pow, DOMAIN2(r, x, y); INFINITE2(r, x, y); VANISHED(r, x != 0 && isfinite(x) && isfinite(y)))
BINARY3(fmod, DOMAIN2(r, x, y))
BINARY3(remainder, DOMAIN2(r, x, y))
BINARY3(hypot, INFINITE2(r, x, y))
BINARY3(fdim, INFINITE2(r, x, y))
BINARY3(atan2, VANISHED(r, x != 0 && isfinite(y)))
BINARY(double, drem, double, DOMAIN2(r, x, y))
BINARY(float, dremf, float, DOMAIN2(r, x, y))
BINARY(double, scalb, double, DOMAIN2(r, x, y); INFINITE2(r, x, y); VANISHED(r, x != 0 && isfinite(y)))
BINARY(float, scalbf, float, DOMAIN2(r, x, y); INFINITE2(r, x, y); VANISHED(r, x != 0 && isfinite(y)))

/* Zero and the subnormal numbers next to a number are an underflow. */
#define NEXT INFINITE2(r, x, y); if (x != 0 && x != y && !isnan(r) && (r == 0 || fpclassify(r) == FP_SUBNORMAL)) errno = ERANGE
BINARY3(nextafter, NEXT)
BINARY(double, nexttoward, long double, NEXT)
BINARY(float, nexttowardf, long double, NEXT)
BINARY(long double, nexttowardl, long double, NEXT)

#define SCALED INFINITE(r, x); VANISHED(r, x != 0)
BINARY(double, ldexp, int, SCALED)
BINARY(float, ldexpf, int, SCALED)
BINARY(long double, ldexpl, int, SCALED)
BINARY(double, scalbn, int, SCALED)
BINARY(float, scalbnf, int, SCALED)
BINARY(long double, scalbnl, int, SCALED)
BINARY(double, scalbln, long, SCALED)
BINARY(float, scalblnf, long, SCALED)
BINARY(long double, scalblnl, long, SCALED)

/* The Bessel functions: the second kind has a pole at zero, and nothing below. */
UNARY(double, y0, DOMAIN(r, x); INFINITE(r, x))
UNARY(float, y0f, DOMAIN(r, x); INFINITE(r, x))
UNARY(double, y1, DOMAIN(r, x); INFINITE(r, x))
UNARY(float, y1f, DOMAIN(r, x); INFINITE(r, x))

#define BESSEL_N(type, name) \
	type __mc_##name(int n, type x) \
	{ \
		type r = name(n, x); \
		if (isnan(r) && !isnan(x)) errno = EDOM; \
		if (isinf(r) && isfinite(x)) errno = ERANGE; \
		return r; \
	}
BESSEL_N(double, yn)
BESSEL_N(float, ynf)

#define ILOGB(type, name) \
	int __mc_##name(type x) \
	{ \
		if (isfinite(x) && x != 0) \
			return name(x); \
		errno = EDOM; \
		return isinf(x) ? INT_MAX : isnan(x) ? MC_ILOGB_NAN : MC_ILOGB_ZERO; \
	}
ILOGB(double, ilogb)
ILOGB(float, ilogbf)
ILOGB(long double, ilogbl)

#define LGAMMA_R(type, name) \
	type __mc_##name(type x, int *sign) \
	{ \
		type r = name(x, sign); \
		INFINITE(r, x); \
		return r; \
	}
LGAMMA_R(double, lgamma_r)
LGAMMA_R(float, lgammaf_r)
long double lgammal_r(long double, int *);
LGAMMA_R(long double, lgammal_r)

#define SINCOS(type, name) \
	void __mc_##name(type x, type *s, type *c) \
	{ \
		name(x, s, c); \
		if (isinf(x)) errno = EDOM; \
	}
SINCOS(double, sincos)
SINCOS(float, sincosf)
SINCOS(long double, sincosl)
