/* recipe: f128_trigonometry
 * symbols: sinf128 cosf128 tanf128 sincosf128 atanf128 atan2f128 asinf128 acosf128 sinhf128 coshf128 tanhf128
 *   asinhf128 acoshf128 atanhf128
 * kind: implementation
 * glibc: GLIBC_2.26
 * arch: x86_64
 * needs: _internal_quad
 * fidelity: equivalent
 * differs: right to the last few of 113 bits, not correctly rounded
 * spec: ISO/IEC TS 18661-3; C23 annex H.11
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_quad.h"
#include <math.h>

quad sinf128(quad x)
{
	quad s, c;
	mc_qsincos(x, &s, &c);
	return s;
}

quad cosf128(quad x)
{
	quad s, c;
	mc_qsincos(x, &s, &c);
	return c;
}

quad tanf128(quad x)
{
	quad s, c;
	mc_qsincos(x, &s, &c);
	return s / c;
}

void sincosf128(quad x, quad *s, quad *c)
{
	mc_qsincos(x, s, c);
}

quad atanf128(quad x)
{
	return mc_qatan(x);
}

quad atan2f128(quad y, quad x)
{
	return mc_qatan2(y, x);
}

quad asinf128(quad x)
{
	if (!(mc_qabs(x) <= 1) || x == 0) return asinl((long double)x);
	return mc_qatan2(x, mc_qsqrt((1 - x) * (1 + x)));
}

quad acosf128(quad x)
{
	if (!(mc_qabs(x) <= 1)) return acosl((long double)x);
	if (x == 1) return 0;
	return mc_qatan2(mc_qsqrt((1 - x) * (1 + x)), x);
}

quad sinhf128(quad x)
{
	if (!mc_qfinite(x) || x == 0 || mc_qabs(x) > 12000) return sinhl((long double)x);
	quad a = mc_qabs(x);
	if (a > 11000) return mc_qcopysign(mc_qldexp(mc_qexp(a - 64 * Q(0.693147180559945309417232121458176568075500134)), 63), x);
	quad e = mc_qexpm1(a);
	return mc_qcopysign((e + e / (e + 1)) / 2, x);
}

quad coshf128(quad x)
{
	quad a = mc_qabs(x);
	if (!mc_qfinite(x) || a > 12000) return coshl((long double)x);
	if (a > 11000) return mc_qldexp(mc_qexp(a - 64 * Q(0.693147180559945309417232121458176568075500134)), 63);
	quad e = mc_qexp(a);
	return (e + 1 / e) / 2;
}

quad tanhf128(quad x)
{
	quad a = mc_qabs(x);
	if (!mc_qfinite(x) || x == 0 || a > 45) return tanhl((long double)x);
	quad e = mc_qexpm1(2 * a);
	return mc_qcopysign(e / (e + 2), x);
}

quad asinhf128(quad x)
{
	quad a = mc_qabs(x);
	if (!mc_qfinite(x) || x == 0) return x;
	if (a > Q(0x1p60)) return mc_qcopysign(mc_qlog(a) + Q(0.693147180559945309417232121458176568075500134), x);
	return mc_qcopysign(mc_qlog1p(a + a * a / (1 + mc_qsqrt(1 + a * a))), x);
}

quad acoshf128(quad x)
{
	if (!(x > 1) || mc_qinf(x)) return acoshl((long double)x);
	if (x > Q(0x1p60)) return mc_qlog(x) + Q(0.693147180559945309417232121458176568075500134);
	quad t = x - 1;
	return mc_qlog1p(t + mc_qsqrt(2 * t + t * t));
}

quad atanhf128(quad x)
{
	quad a = mc_qabs(x);
	if (!(a < 1) || x == 0) return atanhl((long double)x);
	return mc_qcopysign(mc_qlog1p(2 * a / (1 - a)) / 2, x);
}
