/* recipe: narrow_sqrt
 * symbols: fsqrt fsqrtl dsqrtl f32sqrtf32x f32sqrtf64 f32sqrtf64x f32xsqrtf64x f64sqrtf64x f32xsqrtf64
 * kind: implementation
 * glibc: GLIBC_2.35
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: exact when rounding to the nearest, which the other modes of rounding are not
 * spec: C23 7.12.14 functions that round result to narrower type
 * scope: public
 */
#include "include/mc_narrow.h"

float fsqrt(double x)
{
	return (float)wide_sqrt(x);
}

float fsqrtl(long double x)
{
	return (float)wide_sqrtl(x);
}

double dsqrtl(long double x)
{
	return (double)wide_sqrtl(x);
}

float f32sqrtf32x(double x)
{
	return (float)wide_sqrt(x);
}

float f32sqrtf64(double x)
{
	return (float)wide_sqrt(x);
}

float f32sqrtf64x(long double x)
{
	return (float)wide_sqrtl(x);
}

double f32xsqrtf64x(long double x)
{
	return (double)wide_sqrtl(x);
}

double f64sqrtf64x(long double x)
{
	return (double)wide_sqrtl(x);
}

/* Both are double. */
double f32xsqrtf64(double x)
{
	return sqrt(x);
}
