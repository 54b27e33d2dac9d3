#include "shimtest.h"
#include <float.h>
#include <math.h>

/* Only errno: the last bits of the values are each library's own. */
#define ONE(type, name) \
	for (unsigned i = 0; i < sizeof values / sizeof *values; i++) { \
		volatile type x = (type)values[i]; \
		errno = 0; \
		VIA(name)(x); \
		printf("%s(%.6Lg) %d\n", #name, (long double)x, errno); \
	}
#define TWO(type, name, other, list) \
	for (unsigned i = 0; i < sizeof values / sizeof *values; i++) \
		for (unsigned k = 0; k < sizeof list / sizeof *list; k++) { \
			volatile type x = (type)values[i]; \
			volatile other y = (other)list[k]; \
			errno = 0; \
			VIA(name)(x, y); \
			printf("%s(%.6Lg, %.6Lg) %d\n", #name, (long double)x, (long double)y, errno); \
		}
#define ONE3(name) ONE(double, name) ONE(float, name##f) ONE(long double, name##l)
#define TWO3(name) TWO(double, name, double, values) TWO(float, name##f, float, values) TWO(long double, name##l, long double, values)

int main(void)
{
	static const long double values[] = {0, -0.0, 1, -1, 2, -2, 0.5, -0.5, 2.5, -2.5, 3, -3, 40, 100, -100, 200, -200, 800, -800, 12000, -12000,
		1e5, -1e5, 1e30, -1e30, 1e300, -1e300, 1e-30, -1e-30, 1e-300, -1e-300, 1e4000L, -1e4000L, 1e-4000L, INFINITY, -INFINITY, NAN};
	static const int powers[] = {0, 1, -1, 100, -100, 1100, -1100, 20000, -20000, 40000, -40000};
	ONE3(acos) ONE3(asin) ONE3(acosh) ONE3(sqrt) ONE3(cos) ONE3(sin) ONE3(tan) ONE3(atanh) ONE3(log) ONE3(log10) ONE3(log1p) ONE3(log2)
	ONE3(cosh) ONE3(sinh) ONE3(expm1) ONE3(exp) ONE3(exp2) ONE3(exp10) ONE3(erfc) ONE3(lgamma) ONE3(tgamma) ONE3(ilogb)
	ONE(double, y0) ONE(float, y0f) ONE(double, y1) ONE(float, y1f)
	TWO3(pow) TWO3(fmod) TWO3(remainder) TWO3(hypot) TWO3(fdim) TWO3(atan2) TWO3(nextafter)
	TWO(double, nexttoward, long double, values) TWO(float, nexttowardf, long double, values)
	TWO(double, scalb, double, values) TWO(float, scalbf, float, values)
	TWO(double, ldexp, int, powers) TWO(float, ldexpf, int, powers) TWO(long double, ldexpl, int, powers)
	TWO(double, scalbn, int, powers) TWO(float, scalbnf, int, powers) TWO(long double, scalbnl, int, powers)
	TWO(double, scalbln, long, powers) TWO(float, scalblnf, long, powers) TWO(long double, scalblnl, long, powers)
	for (unsigned i = 0; i < sizeof values / sizeof *values; i++) {
		double s, c;
		int sign, n;
		volatile double x = (double)values[i];
		errno = 0;
		VIA(sincos)(x, &s, &c);
		printf("sincos(%.6Lg) %d", values[i], errno);
		errno = 0;
		VIA(lgamma_r)(x, &sign);
		printf(" %d", errno);
		for (n = -3; n < 4; n++) {
			errno = 0;
			VIA(yn)(n, x);
			printf(" %d", errno);
		}
		printf("\n");
	}
}
