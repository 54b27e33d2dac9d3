/* recipe: f128_round
 * symbols: fabsf128 copysignf128 truncf128 rintf128 nearbyintf128 floorf128 ceilf128 roundf128 roundevenf128
 *   fmodf128 remquof128 remainderf128 fdimf128 fmaxf128 fminf128 frexpf128 ldexpf128 scalbnf128
 *   scalblnf128 modff128 nextafterf128 ilogbf128 logbf128 lrintf128 llrintf128 lroundf128 llroundf128
 *   nanf128 __signbitf128 __isnanf128 __isinff128 __finitef128 __issignalingf128 __fpclassifyf128
 * kind: implementation
 * glibc: GLIBC_2.26 GLIBC_2.34
 * arch: x86_64
 * needs: _internal_quad
 * fidelity: exact
 * differs: -
 * spec: ISO/IEC TS 18661-3; C23 annex H.11
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_quad.h"
#include <fenv.h>
#include <math.h>

quad fabsf128(quad x)
{
	return mc_qabs(x);
}

quad copysignf128(quad x, quad y)
{
	return mc_qcopysign(x, y);
}

quad truncf128(quad x)
{
	return mc_qtrunc(x);
}

quad rintf128(quad x)
{
	return mc_qrint(x);
}

quad nearbyintf128(quad x)
{
	fenv_t env;
	feholdexcept(&env);
	x = mc_qrint(x);
	fesetenv(&env);
	return x;
}

quad floorf128(quad x)
{
	quad t = mc_qtrunc(x);
	return x < t ? t - 1 : t;
}

quad ceilf128(quad x)
{
	quad t = mc_qtrunc(x);
	return x > t ? mc_qcopysign(t + 1, x) : t;
}

quad roundf128(quad x)
{
	if (!mc_qfinite(x)) return x;
	quad t = mc_qtrunc(x);
	return mc_qabs(x - t) >= Q(0.5) ? t + mc_qcopysign(1, x) : t;
}

quad roundevenf128(quad x)
{
	if (!mc_qfinite(x)) return x;
	quad t = mc_qtrunc(x), rest = mc_qabs(x - t);
	int up = rest > Q(0.5) || (rest == Q(0.5) && mc_qfmod(t, 2) != 0);
	return up ? t + mc_qcopysign(1, x) : t;
}

quad fmodf128(quad x, quad y)
{
	return mc_qfmod(x, y);
}

quad remquof128(quad x, quad y, int *n)
{
	*n = 0;
	if (mc_qnan(x) || mc_qnan(y) || mc_qinf(x) || y == 0) return (x * y) / (x * y);
	if (mc_qinf(y)) return x;
	quad b = mc_qabs(y), a = mc_qabs(x);
	/* eight times the divisor keeps the low three bits of the quotient */
	if (b < Q(0x1p16370)) a = mc_qfmod(a, 8 * b);
	unsigned count = 0;
	for (int shift = 2; shift >= 0; shift--)
		if (b < Q(0x1p16370) && a >= mc_qldexp(b, shift)) a -= mc_qldexp(b, shift), count |= 1u << shift;
	if (b >= Q(0x1p16370) && a >= b) a -= b, count++;
	/* to the nearest, ties to even */
	if (a > b - a || (a == b - a && count & 1)) a -= b, count++;
	count &= 7;
	*n = mc_qnegative(x) != mc_qnegative(y) ? -(int)count : (int)count;
	return a == 0 ? mc_qcopysign(0, x) : mc_qnegative(x) ? -a : a;
}

quad remainderf128(quad x, quad y)
{
	int n;
	return remquof128(x, y, &n);
}

quad fdimf128(quad x, quad y)
{
	if (mc_qnan(x) || mc_qnan(y)) return x + y;
	return x > y ? x - y : 0;
}

quad fmaxf128(quad x, quad y)
{
	if (mc_qnan(x)) return y;
	return mc_qnan(y) || x > y || (x == y && mc_qnegative(y)) ? x : y;
}

quad fminf128(quad x, quad y)
{
	if (mc_qnan(x)) return y;
	return mc_qnan(y) || x < y || (x == y && mc_qnegative(x)) ? x : y;
}

quad frexpf128(quad x, int *e)
{
	return mc_qfrexp(x, e);
}

quad ldexpf128(quad x, int n)
{
	return mc_qldexp(x, n);
}

quad scalbnf128(quad x, int n)
{
	return mc_qldexp(x, n);
}

quad scalblnf128(quad x, long n)
{
	if (n > 100000) n = 100000;
	return mc_qldexp(x, n < -100000 ? -100000 : n);
}

quad modff128(quad x, quad *whole)
{
	*whole = mc_qtrunc(x);
	return mc_qcopysign(mc_qinf(x) ? 0 : x - *whole, x);
}

quad nextafterf128(quad x, quad y)
{
	if (mc_qnan(x) || mc_qnan(y)) return x + y;
	if (x == y) return y;
	if (x == 0) return mc_qcopysign(mc_qfrom(1), y);
	return mc_qfrom(mc_qbits(x) + ((x < y) != mc_qnegative(x) ? 1 : -(unsigned __int128)1));
}

int ilogbf128(quad x)
{
	int e;
	if (x == 0 || mc_qnan(x)) return FP_ILOGB0;
	if (mc_qinf(x)) return 0x7fffffff;
	mc_qfrexp(x, &e);
	return e - 1;
}

quad logbf128(quad x)
{
	int e;
	if (x == 0) return -1 / mc_qabs(x);
	if (!mc_qfinite(x)) return x * x;
	mc_qfrexp(x, &e);
	return e - 1;
}

long lrintf128(quad x)
{
	return (long)mc_qrint(x);
}

long long llrintf128(quad x)
{
	return (long long)mc_qrint(x);
}

long lroundf128(quad x)
{
	return (long)roundf128(x);
}

long long llroundf128(quad x)
{
	return (long long)roundf128(x);
}

quad nanf128(const char *tag)
{
	return nanl(tag);
}

int __signbitf128(quad x)
{
	return mc_qnegative(x);
}

int __isnanf128(quad x)
{
	return mc_qnan(x);
}

int __isinff128(quad x)
{
	return mc_qinf(x) ? (mc_qnegative(x) ? -1 : 1) : 0;
}

int __finitef128(quad x)
{
	return mc_qfinite(x);
}

int __issignalingf128(quad x)
{
	return mc_qnan(x) && !(mc_qbits(x) >> 111 & 1);
}

int __fpclassifyf128(quad x)
{
	if (mc_qnan(x)) return FP_NAN;
	if (mc_qinf(x)) return FP_INFINITE;
	if (x == 0) return FP_ZERO;
	return mc_qbits(x) & MC_INF ? FP_NORMAL : FP_SUBNORMAL;
}
