/* recipe: narrow_sub
 * symbols: fsub fsubl dsubl f32subf32x f32subf64 f32subf64x f32xsubf64x f64subf64x f32xsubf64
 * kind: implementation
 * glibc: GLIBC_2.28
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: exact when rounding to the nearest, which the other modes of rounding are not
 * spec: C23 7.12.14 functions that round result to narrower type
 * scope: public
 */
#include "include/mc_narrow.h"

float fsub(double x, double y)
{
	return (float)wide_add(x, -y);
}

float fsubl(long double x, long double y)
{
	return (float)wide_addl(x, -y);
}

double dsubl(long double x, long double y)
{
	return (double)wide_addl(x, -y);
}

float f32subf32x(double x, double y)
{
	return (float)wide_add(x, -y);
}

float f32subf64(double x, double y)
{
	return (float)wide_add(x, -y);
}

float f32subf64x(long double x, long double y)
{
	return (float)wide_addl(x, -y);
}

double f32xsubf64x(long double x, long double y)
{
	return (double)wide_addl(x, -y);
}

double f64subf64x(long double x, long double y)
{
	return (double)wide_addl(x, -y);
}

/* Both are double. */
double f32xsubf64(double x, double y)
{
	return x - y;
}
