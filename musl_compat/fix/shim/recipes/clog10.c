/* recipe: clog10
 * symbols: clog10 clog10f clog10l __clog10 __clog10f __clog10l clog10f32 clog10f64 clog10f32x clog10f64x
 * kind: implementation
 * glibc: GLIBC_2.2.5 GLIBC_2.27
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits are those of musl's libm
 * spec: Linux man-pages clog10(3); ISO/IEC TS 18661-3
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_floatn.h"

#define LOG10_E 0.434294481903251827651128918916605082L

double _Complex clog10(double _Complex z)
{
	double _Complex l = clog(z);
	return CMPLX(log10(cabs(z)), cimag(l) * (double)LOG10_E);
}

float _Complex clog10f(float _Complex z)
{
	float _Complex l = clogf(z);
	return CMPLXF(log10f(cabsf(z)), cimagf(l) * (float)LOG10_E);
}

long double _Complex clog10l(long double _Complex z)
{
	long double _Complex l = clogl(z);
	return CMPLXL(log10l(cabsl(z)), cimagl(l) * LOG10_E);
}

MC_C_C(__clog10, clog10, double)
MC_C_C(__clog10f, clog10f, float)
MC_C_C(__clog10l, clog10l, long double)
MC_FLOATN(C_C, clog10)
