/* recipe: f128_exp_log
 * symbols: sqrtf128 cbrtf128 expf128 expm1f128 exp2f128 exp10f128 logf128 log1pf128 log2f128 log10f128 powf128
 *   hypotf128
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

#define LN2 Q(0.693147180559945309417232121458176568075500134)
#define LN10 Q(2.30258509299404568401799145468436420760110149)
#define LN10_HIGH Q(0x935d8dddaaa8p-46)
#define LN2_HIGH Q(0xb17217f7d1cf79abc9e3p-80)
#define LN2_LOW Q(5.80298898359569058324749279075019408454665703e-25)

quad sqrtf128(quad x)
{
	return mc_qsqrt(x);
}

quad cbrtf128(quad x)
{
	if (!mc_qfinite(x) || x == 0) return x;
	int e;
	quad m = mc_qfrexp(x, &e);
	for (; e % 3; e++) m /= 2;
	quad y = cbrtl((long double)m);
	for (int i = 0; i < 2; i++) y -= (y * y * y - m) / (3 * y * y);
	return mc_qldexp(y, e / 3);
}

quad expf128(quad x)
{
	return mc_qexp(x);
}

quad expm1f128(quad x)
{
	return mc_qexpm1(x);
}

quad exp2f128(quad x)
{
	if (!mc_qfinite(x) || x > 17000 || x < -17000) return exp2l((long double)x);
	quad n = mc_qrint(x);
	return mc_qldexp(mc_qexp((x - n) * LN2), (long)n);
}

quad exp10f128(quad x)
{
	if (!mc_qfinite(x) || x > 5000 || x < -5000) return exp10l((long double)x);
	quad n = mc_qrint(x * LN10 / LN2);
	/* ln 10 in two parts, so that no digit of a large argument is lost */
	quad r = (x * LN10_HIGH - n * LN2_HIGH) + (x * (LN10 - LN10_HIGH) - n * LN2_LOW);
	return mc_qldexp(mc_qexp(r), (long)n);
}

quad logf128(quad x)
{
	return mc_qlog(x);
}

quad log1pf128(quad x)
{
	return mc_qlog1p(x);
}

quad log2f128(quad x)
{
	int e;
	if (!(x > 0) || mc_qinf(x)) return log2l((long double)x);
	quad m = mc_qfrexp(x, &e);
	if (m < Q(0.70710678118654752440)) m *= 2, e--;
	return e + mc_qlog(m) / LN2;
}

quad log10f128(quad x)
{
	if (!(x > 0) || mc_qinf(x)) return log10l((long double)x);
	return mc_qlog(x) / LN10;
}

static int is_odd(quad y)
{
	return mc_qfmod(y, 2) != 0 && mc_qtrunc(y) == y;
}

quad powf128(quad x, quad y)
{
	long double narrow = powl((long double)x, (long double)y);
	if (!mc_qfinite(x) || !mc_qfinite(y) || x == 0 || y == 0 || narrow != narrow || narrow == 0 || isinf(narrow)) return narrow;
	if (y == mc_qtrunc(y) && mc_qabs(y) < 1024) {
		quad result = 1, square = x;
		for (unsigned n = (unsigned)mc_qabs(y); n; n >>= 1, square *= square)
			if (n & 1) result *= square;
		return y < 0 ? 1 / result : result;
	}
	quad result = mc_qexp(y * mc_qlog(mc_qabs(x)));
	return x < 0 && is_odd(y) ? -result : result;
}

quad hypotf128(quad x, quad y)
{
	return mc_qhypot(x, y);
}
