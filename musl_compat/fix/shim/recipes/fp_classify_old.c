/* recipe: fp_classify_old
 * symbols: isinf isinff isinfl isnan isnanf isnanl __isinf __isinff __isinfl __isnan __isnanf __isnanl __finite
 *   __finitef __finitel finitel
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: 4.3BSD isinf(3), isnan(3), finite(3); LSB 5.0 __isinf
 * scope: public
 */
#define _GNU_SOURCE
#include <math.h>

/* math.h has these as macros of any type; the functions of the same names are what old objects call. */
#define INF(name, type) \
	int(name)(type x) \
	{ \
		return __builtin_isinf_sign(x); \
	}
#define NAN_(name, type) \
	int(name)(type x) \
	{ \
		return __builtin_isnan(x) != 0; \
	}
#define FINITE(name, type) \
	int(name)(type x) \
	{ \
		return __builtin_isfinite(x) != 0; \
	}

INF(isinf, double)
INF(isinff, float)
INF(isinfl, long double)
INF(__isinf, double)
INF(__isinff, float)
INF(__isinfl, long double)
NAN_(isnan, double)
NAN_(isnanf, float)
NAN_(isnanl, long double)
NAN_(__isnan, double)
NAN_(__isnanf, float)
NAN_(__isnanl, long double)
FINITE(__finite, double)
FINITE(__finitef, float)
FINITE(__finitel, long double)
FINITE(finitel, long double)
