/* recipe: narrow_fma
 * symbols: ffma ffmal dfmal f32fmaf32x f32fmaf64 f32fmaf64x f32xfmaf64x f64fmaf64x f32xfmaf64
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

float ffma(double x, double y, double z)
{
	return (float)wide_fma(x, y, z);
}

float ffmal(long double x, long double y, long double z)
{
	return (float)wide_fmal(x, y, z);
}

double dfmal(long double x, long double y, long double z)
{
	return (double)wide_fmal(x, y, z);
}

float f32fmaf32x(double x, double y, double z)
{
	return (float)wide_fma(x, y, z);
}

float f32fmaf64(double x, double y, double z)
{
	return (float)wide_fma(x, y, z);
}

float f32fmaf64x(long double x, long double y, long double z)
{
	return (float)wide_fmal(x, y, z);
}

double f32xfmaf64x(long double x, long double y, long double z)
{
	return (double)wide_fmal(x, y, z);
}

double f64fmaf64x(long double x, long double y, long double z)
{
	return (double)wide_fmal(x, y, z);
}

/* Both are double. */
double f32xfmaf64(double x, double y, double z)
{
	return fma(x, y, z);
}
