/* recipe: narrow_add
 * symbols: fadd faddl daddl f32addf32x f32addf64 f32addf64x f32xaddf64x f64addf64x f32xaddf64
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

float fadd(double x, double y)
{
	return (float)wide_add(x, y);
}

float faddl(long double x, long double y)
{
	return (float)wide_addl(x, y);
}

double daddl(long double x, long double y)
{
	return (double)wide_addl(x, y);
}

float f32addf32x(double x, double y)
{
	return (float)wide_add(x, y);
}

float f32addf64(double x, double y)
{
	return (float)wide_add(x, y);
}

float f32addf64x(long double x, long double y)
{
	return (float)wide_addl(x, y);
}

double f32xaddf64x(long double x, long double y)
{
	return (double)wide_addl(x, y);
}

double f64addf64x(long double x, long double y)
{
	return (double)wide_addl(x, y);
}

/* Both are double. */
double f32xaddf64(double x, double y)
{
	return x + y;
}
