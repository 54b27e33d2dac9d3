/* recipe: f128_finite
 * symbols: __acosf128_finite __acoshf128_finite __asinf128_finite __atanhf128_finite __coshf128_finite
 *   __exp10f128_finite __exp2f128_finite __expf128_finite __log10f128_finite __log2f128_finite
 *   __logf128_finite __sinhf128_finite __sqrtf128_finite __atan2f128_finite __fmodf128_finite
 *   __hypotf128_finite __powf128_finite __remainderf128_finite __j0f128_finite __j1f128_finite
 *   __y0f128_finite __y1f128_finite __jnf128_finite __ynf128_finite __lgammaf128_r_finite
 *   __gammaf128_r_finite
 * kind: implementation
 * glibc: GLIBC_2.26
 * arch: x86_64
 * needs: f128_exp_log f128_trigonometry f128_round f128_special
 * fidelity: degraded
 * differs: as the functions without _finite: Bessel functions and gamma have the precision of narrower types
 * spec: glibc 2.30 bits/math-finite.h
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_quad.h"
#include <math.h>

quad acosf128(quad x);
quad acoshf128(quad x);
quad asinf128(quad x);
quad atanhf128(quad x);
quad coshf128(quad x);
quad exp10f128(quad x);
quad exp2f128(quad x);
quad expf128(quad x);
quad log10f128(quad x);
quad log2f128(quad x);
quad logf128(quad x);
quad sinhf128(quad x);
quad sqrtf128(quad x);
quad atan2f128(quad x, quad y);
quad fmodf128(quad x, quad y);
quad hypotf128(quad x, quad y);
quad powf128(quad x, quad y);
quad remainderf128(quad x, quad y);
quad j0f128(quad x);
quad j1f128(quad x);
quad y0f128(quad x);
quad y1f128(quad x);
quad jnf128(int n, quad x);
quad ynf128(int n, quad x);
quad lgammaf128_r(quad x, int *sign);
quad tgammaf128(quad x);

quad __acosf128_finite(quad x)
{
	return acosf128(x);
}

quad __acoshf128_finite(quad x)
{
	return acoshf128(x);
}

quad __asinf128_finite(quad x)
{
	return asinf128(x);
}

quad __atanhf128_finite(quad x)
{
	return atanhf128(x);
}

quad __coshf128_finite(quad x)
{
	return coshf128(x);
}

quad __exp10f128_finite(quad x)
{
	return exp10f128(x);
}

quad __exp2f128_finite(quad x)
{
	return exp2f128(x);
}

quad __expf128_finite(quad x)
{
	return expf128(x);
}

quad __log10f128_finite(quad x)
{
	return log10f128(x);
}

quad __log2f128_finite(quad x)
{
	return log2f128(x);
}

quad __logf128_finite(quad x)
{
	return logf128(x);
}

quad __sinhf128_finite(quad x)
{
	return sinhf128(x);
}

quad __sqrtf128_finite(quad x)
{
	return sqrtf128(x);
}

quad __atan2f128_finite(quad x, quad y)
{
	return atan2f128(x, y);
}

quad __fmodf128_finite(quad x, quad y)
{
	return fmodf128(x, y);
}

quad __hypotf128_finite(quad x, quad y)
{
	return hypotf128(x, y);
}

quad __powf128_finite(quad x, quad y)
{
	return powf128(x, y);
}

quad __remainderf128_finite(quad x, quad y)
{
	return remainderf128(x, y);
}

quad __j0f128_finite(quad x)
{
	return j0f128(x);
}

quad __j1f128_finite(quad x)
{
	return j1f128(x);
}

quad __y0f128_finite(quad x)
{
	return y0f128(x);
}

quad __y1f128_finite(quad x)
{
	return y1f128(x);
}

quad __jnf128_finite(int n, quad x)
{
	return jnf128(n, x);
}

quad __ynf128_finite(int n, quad x)
{
	return ynf128(n, x);
}

quad __lgammaf128_r_finite(quad x, int *sign)
{
	return lgammaf128_r(x, sign);
}

quad __gammaf128_r_finite(quad x, int *sign)
{
	*sign = 0;
	return tgammaf128(x);
}
