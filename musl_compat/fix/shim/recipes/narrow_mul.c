/* recipe: narrow_mul
 * symbols: fmul fmull dmull f32mulf32x f32mulf64 f32mulf64x f32xmulf64x f64mulf64x f32xmulf64
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

float fmul(double x, double y)
{
	return (float)wide_mul(x, y);
}

float fmull(long double x, long double y)
{
	return (float)wide_mull(x, y);
}

double dmull(long double x, long double y)
{
	return (double)wide_mull(x, y);
}

float f32mulf32x(double x, double y)
{
	return (float)wide_mul(x, y);
}

float f32mulf64(double x, double y)
{
	return (float)wide_mul(x, y);
}

float f32mulf64x(long double x, long double y)
{
	return (float)wide_mull(x, y);
}

double f32xmulf64x(long double x, long double y)
{
	return (double)wide_mull(x, y);
}

double f64mulf64x(long double x, long double y)
{
	return (double)wide_mull(x, y);
}

/* Both are double. */
double f32xmulf64(double x, double y)
{
	return x * y;
}
