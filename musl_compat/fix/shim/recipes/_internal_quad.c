/* recipe: _internal_quad
 * symbols: -
 * kind: internal
 * glibc: -
 * arch: x86_64
 * needs: -
 * fidelity: equivalent
 * differs: -
 * spec: IEEE 754-2019; series of the elementary functions (DLMF 4.6, 4.19, 4.24, 4.38)
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_quad.h"
#include <math.h>

#define PI_2 Q(1.57079632679489661923132169163975144209858470)
#define LN2_HIGH Q(0xb17217f7d1cf79abc9e3p-80)
#define LN2_LOW Q(5.80298898359569058324749279075019408454665703e-25)

static int exponent(quad x)
{
	return (int)(mc_qbits(x) >> 112 & 0x7fff) - 16383;
}

/* 2^n for a normal result. */
static quad power_of_two(long n)
{
	return mc_qfrom((unsigned __int128)(n + 16383) << 112);
}

quad mc_qldexp(quad x, long n)
{
	for (; n > 16383; n -= 16383)
		if (!mc_qfinite(x *= power_of_two(16383))) return x;
	/* one step less than the subnormals begin, so that only the last product rounds */
	for (; n < -16269; n += 16269)
		if (x == 0) return x;
		else x *= power_of_two(-16269);
	return x * power_of_two(n);
}

quad mc_qfrexp(quad x, int *e)
{
	*e = 0;
	if (!mc_qfinite(x) || x == 0) return x;
	int extra = 0;
	if (exponent(x) == -16383) x *= power_of_two(120), extra = 120;
	*e = exponent(x) + 1 - extra;
	return mc_qfrom((mc_qbits(x) & ~MC_INF) | (unsigned __int128)16382 << 112);
}

quad mc_qtrunc(quad x)
{
	int e = exponent(x);
	if (e >= 112) return x;
	if (e < 0) return mc_qcopysign(0, x);
	return mc_qfrom(mc_qbits(x) & ~((((unsigned __int128)1) << (112 - e)) - 1));
}

/* Adding and taking away 2^112 rounds as the processor is set to. */
quad mc_qrint(quad x)
{
	if (exponent(x) >= 112) return x;
	volatile quad big = mc_qcopysign(power_of_two(112), x);
	volatile quad sum = x + big;
	return mc_qcopysign(sum - big, x);
}

/* Long division: every difference is exact. */
quad mc_qfmod(quad x, quad y)
{
	quad a = mc_qabs(x), b = mc_qabs(y);
	if (mc_qnan(x) || mc_qnan(y) || mc_qinf(x) || y == 0) return (x * y) / (x * y);
	if (mc_qinf(y) || a < b) return x;
	int ea, eb;
	mc_qfrexp(a, &ea);
	mc_qfrexp(b, &eb);
	for (int n = ea - eb; n >= 0; n--) {
		quad t = mc_qldexp(b, n);
		if (a >= t) a -= t;
	}
	return mc_qcopysign(a, x);
}

/* One step of Newton's from 64 right bits gives more than 113. */
quad mc_qsqrt(quad x)
{
	if (!(x > 0) || mc_qinf(x)) return sqrtl((long double)x);
	int e;
	quad m = mc_qfrexp(x, &e);
	if (e & 1) m *= 2, e--;
	quad y = sqrtl((long double)m);
	y = (y + m / y) / 2;
	return mc_qldexp(y, e / 2);
}

/* e^r - 1 for |r| < 0.35. */
static quad series_expm1(quad r)
{
	quad sum = 1;
	for (int n = 30; n > 1; n--) sum = 1 + sum * r / n;
	return sum * r;
}

static quad reduce_exp(quad x, long *k)
{
	quad n = mc_qrint(x * Q(1.44269504088896340735992468100189213742664595));
	*k = (long)n;
	return (x - n * LN2_HIGH) - n * LN2_LOW;
}

quad mc_qexp(quad x)
{
	if (!mc_qfinite(x) || x > 12000 || x < -12000) return expl((long double)x);
	long k;
	quad r = reduce_exp(x, &k);
	return mc_qldexp(1 + series_expm1(r), k);
}

quad mc_qexpm1(quad x)
{
	if (!mc_qfinite(x) || x > 12000 || x < -90) return expm1l((long double)x);
	if (x == 0) return x;
	return mc_qabs(x) < Q(0.35) ? series_expm1(x) : mc_qexp(x) - 1;
}

/* log(1 + u) = 2 atanh(u / (2 + u)), for |u| < 0.42. */
static quad series_log1p(quad u)
{
	quad s = u / (2 + u), z = s * s, sum = 0;
	for (int n = 51; n > 0; n -= 2) sum = sum * z + Q(1.0) / n;
	return 2 * s * sum;
}

quad mc_qlog(quad x)
{
	if (!(x > 0) || mc_qinf(x)) return logl((long double)x);
	int e;
	quad m = mc_qfrexp(x, &e);
	if (m < Q(0.70710678118654752440)) m *= 2, e--;
	quad l = series_log1p(m - 1);
	return e ? e * LN2_HIGH + (e * LN2_LOW + l) : l;
}

quad mc_qlog1p(quad x)
{
	if (!(x > -1) || mc_qinf(x)) return log1pl((long double)x);
	if (x == 0) return x;
	return mc_qabs(x) < Q(0.4) ? series_log1p(x) : mc_qlog(1 + x);
}

/* Both for |r| <= pi / 4. */
static void series_sincos(quad r, quad *s, quad *c)
{
	quad z = r * r, a = 1, b = 1;
	for (int n = 35; n > 1; n -= 2) a = 1 - a * z / (n * (n - 1));
	for (int n = 34; n > 0; n -= 2) b = 1 - b * z / (n * (n - 1));
	*s = a * r;
	*c = b;
}

void mc_qsincos(quad x, quad *s, quad *c)
{
	if (!mc_qfinite(x)) {
		*s = *c = x - x;
		return;
	}
	/* pi/2 in parts of 60 bits: their products with n are exact up to 2^53 */
	if (mc_qabs(x) > Q(0x1p52)) x = mc_qfmod(x, 4 * PI_2);
	quad n = mc_qrint(x / PI_2);
	quad r = ((x - n * Q(0xc90fdaa22168c23p-59)) - n * Q(0x9898cc51701b839p-120)) - n * Q(0xa252049c1114cf9p-180);
	r -= n * Q(3.63227502043995234862757614754059863916243027e-55);
	quad a, b;
	series_sincos(r, &a, &b);
	switch ((long)n & 3) {
	case 0: *s = a, *c = b; break;
	case 1: *s = b, *c = -a; break;
	case 2: *s = -a, *c = -b; break;
	default: *s = -b, *c = a; break;
	}
	if (x == 0) *s = x;
}

quad mc_qatan(quad x)
{
	quad a = mc_qabs(x);
	if (mc_qnan(x) || x == 0) return x;
	if (mc_qinf(x)) return mc_qcopysign(PI_2, x);
	if (a > 1) return mc_qcopysign(PI_2 - mc_qatan(1 / a), x);
	int halved = 0;
	for (; a > Q(0.1); halved++) a = a / (1 + mc_qsqrt(1 + a * a));
	quad z = a * a, sum = 0;
	for (int n = 35; n > 0; n -= 2) sum = Q(1.0) / n - sum * z;
	return mc_qcopysign(mc_qldexp(sum * a, halved), x);
}

quad mc_qatan2(quad y, quad x)
{
	/* signs of zeros and infinities are those of the narrower function */
	if (!mc_qfinite(x) || !mc_qfinite(y) || x == 0 || y == 0) {
		long double l = atan2l((long double)y, (long double)x);
		quad pi_4 = PI_2 / 2, n = mc_qrint(l / (long double)pi_4);
		return l != l || l == 0 ? (quad)l : n * pi_4;
	}
	quad t = mc_qatan(mc_qabs(y / x));
	return mc_qcopysign(x < 0 ? 2 * PI_2 - t : t, y);
}

quad mc_qhypot(quad x, quad y)
{
	if (mc_qinf(x) || mc_qinf(y)) return mc_qfrom(MC_INF);
	if (mc_qnan(x) || mc_qnan(y) || x == 0 || y == 0) return mc_qabs(x) + mc_qabs(y);
	quad big = mc_qabs(x), small = mc_qabs(y);
	if (big < small) big = mc_qabs(y), small = mc_qabs(x);
	int e;
	mc_qfrexp(big, &e);
	big = mc_qldexp(big, -e);
	small = mc_qldexp(small, -e);
	return mc_qldexp(mc_qsqrt(big * big + small * small), e);
}
