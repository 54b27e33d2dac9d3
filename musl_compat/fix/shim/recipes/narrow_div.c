/* recipe: narrow_div
 * symbols: fdiv fdivl ddivl f32divf32x f32divf64 f32divf64x f32xdivf64x f64divf64x f32xdivf64
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

float fdiv(double x, double y)
{
	return (float)wide_div(x, y);
}

float fdivl(long double x, long double y)
{
	return (float)wide_divl(x, y);
}

double ddivl(long double x, long double y)
{
	return (double)wide_divl(x, y);
}

float f32divf32x(double x, double y)
{
	return (float)wide_div(x, y);
}

float f32divf64(double x, double y)
{
	return (float)wide_div(x, y);
}

float f32divf64x(long double x, long double y)
{
	return (float)wide_divl(x, y);
}

double f32xdivf64x(long double x, long double y)
{
	return (double)wide_divl(x, y);
}

double f64divf64x(long double x, long double y)
{
	return (double)wide_divl(x, y);
}

/* Both are double. */
double f32xdivf64(double x, double y)
{
	return x / y;
}
