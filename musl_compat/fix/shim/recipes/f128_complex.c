/* recipe: f128_complex
 * symbols: cabsf128 cargf128 crealf128 cimagf128 conjf128 cprojf128 cexpf128 clogf128 clog10f128 csqrtf128
 *   csinhf128 ccoshf128 ctanhf128 csinf128 ccosf128 ctanf128 cpowf128 casinhf128 casinf128 cacosf128
 *   cacoshf128 catanhf128 catanf128
 * kind: implementation
 * glibc: GLIBC_2.26
 * arch: x86_64
 * needs: _internal_quad
 * fidelity: degraded
 * differs: some digits are lost near branch points and zeros; infinities and NaNs as arguments give NaNs more
 *   often than C asks
 * spec: ISO/IEC TS 18661-3; C23 annex H.11
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_quad.h"
#include <math.h>

typedef _Complex float __attribute__((mode(TC))) quad_complex;

static quad_complex make(quad re, quad im)
{
	quad_complex z;
	__real__ z = re;
	__imag__ z = im;
	return z;
}

quad cabsf128(quad_complex z)
{
	return mc_qhypot(__real__ z, __imag__ z);
}

quad cargf128(quad_complex z)
{
	return mc_qatan2(__imag__ z, __real__ z);
}

quad crealf128(quad_complex z)
{
	return __real__ z;
}

quad cimagf128(quad_complex z)
{
	return __imag__ z;
}

quad_complex conjf128(quad_complex z)
{
	quad x = __real__ z, y = __imag__ z;
	return make(x, -y);
}

quad_complex cprojf128(quad_complex z)
{
	quad x = __real__ z, y = __imag__ z;
	if (mc_qinf(x) || mc_qinf(y)) return make(mc_qfrom(MC_INF), mc_qcopysign(0, y));
	return make(x, y);
}

quad_complex cexpf128(quad_complex z)
{
	quad x = __real__ z, y = __imag__ z;
	quad s, c, e = mc_qexp(x);
	mc_qsincos(y, &s, &c);
	return make(e * c, y == 0 ? y : e * s);
}

quad_complex clogf128(quad_complex z)
{
	quad x = __real__ z, y = __imag__ z;
	return make(mc_qlog(mc_qhypot(x, y)), mc_qatan2(y, x));
}

quad_complex clog10f128(quad_complex z)
{
	quad x = __real__ z, y = __imag__ z;
	const quad ln10 = Q(2.30258509299404568401799145468436420760110149);
	return make(mc_qlog(mc_qhypot(x, y)) / ln10, mc_qatan2(y, x) / ln10);
}

quad_complex csqrtf128(quad_complex z)
{
	quad x = __real__ z, y = __imag__ z;
	if (x == 0 && y == 0) return make(0, y);
	quad t = mc_qsqrt((mc_qabs(x) + mc_qhypot(x, y)) / 2);
	if (x >= 0) return make(t, y / (2 * t));
	return make(mc_qabs(y) / (2 * t), mc_qcopysign(t, y));
}

quad_complex csinhf128(quad_complex z)
{
	quad x = __real__ z, y = __imag__ z;
	quad s, c, e = mc_qexpm1(x), plus = (e + e / (e + 1)) / 2;
	mc_qsincos(y, &s, &c);
	quad g = mc_qexp(x);
	return make(plus * c, (g + 1 / g) / 2 * s);
}

quad_complex ccoshf128(quad_complex z)
{
	quad x = __real__ z, y = __imag__ z;
	quad s, c, e = mc_qexpm1(x), plus = (e + e / (e + 1)) / 2;
	mc_qsincos(y, &s, &c);
	quad g = mc_qexp(x);
	return make((g + 1 / g) / 2 * c, plus * s);
}

quad_complex ctanhf128(quad_complex z)
{
	quad x = __real__ z, y = __imag__ z;
	quad s, c, e = mc_qexpm1(x), sh = (e + e / (e + 1)) / 2, g = mc_qexp(x), ch = (g + 1 / g) / 2;
	mc_qsincos(y, &s, &c);
	if (mc_qabs(x) > 50) return make(mc_qcopysign(1, x), mc_qcopysign(0, s * c));
	quad d = sh * sh + c * c;
	return make(sh * ch / d, s * c / d);
}

quad_complex csinf128(quad_complex z)
{
	quad x = __real__ z, y = __imag__ z;
	quad_complex w = csinhf128(make(-y, x));
	return make(__imag__ w, -__real__ w);
}

quad_complex ccosf128(quad_complex z)
{
	quad x = __real__ z, y = __imag__ z;
	return ccoshf128(make(-y, x));
}

quad_complex ctanf128(quad_complex z)
{
	quad x = __real__ z, y = __imag__ z;
	quad_complex w = ctanhf128(make(-y, x));
	return make(__imag__ w, -__real__ w);
}

quad_complex cpowf128(quad_complex z, quad_complex w)
{
	if (__real__ z == 0 && __imag__ z == 0) return make(__real__ w == 0 && __imag__ w == 0, 0);
	return cexpf128(w * clogf128(z));
}

quad_complex casinhf128(quad_complex z)
{
	quad x = __real__ z, y = __imag__ z;
	/* log(z + sqrt(z^2 + 1)) in the right half plane, odd in the left */
	int left = mc_qnegative(x);
	quad_complex a = left ? -make(x, y) : make(x, y);
	quad_complex w = clogf128(a + csqrtf128(a * a + 1));
	return left ? -w : w;
}

quad_complex casinf128(quad_complex z)
{
	quad x = __real__ z, y = __imag__ z;
	quad_complex w = casinhf128(make(-y, x));
	return make(__imag__ w, -__real__ w);
}

quad_complex cacosf128(quad_complex z)
{
	quad x = __real__ z, y = __imag__ z;
	quad_complex w = casinf128(make(x, y));
	return make(Q(1.57079632679489661923132169163975144209858470) - __real__ w, -__imag__ w);
}

quad_complex cacoshf128(quad_complex z)
{
	quad x = __real__ z, y = __imag__ z;
	quad_complex w = cacosf128(make(x, y));
	/* i acos or -i acos, the one with a positive real part */
	return mc_qnegative(y) ? make(__imag__ w, -__real__ w) : make(-__imag__ w, __real__ w);
}

quad_complex catanhf128(quad_complex z)
{
	quad x = __real__ z, y = __imag__ z;
	quad_complex a = make(x, y), w = (clogf128(1 + a) - clogf128(1 - a)) / 2;
	return w;
}

quad_complex catanf128(quad_complex z)
{
	quad x = __real__ z, y = __imag__ z;
	quad_complex w = catanhf128(make(-y, x));
	return make(__imag__ w, -__real__ w);
}
