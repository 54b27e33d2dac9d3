/* recipe: f128_special
 * symbols: erff128 erfcf128 lgammaf128 tgammaf128 lgammaf128_r j0f128 j1f128 y0f128 y1f128 jnf128 ynf128
 * kind: implementation
 * glibc: GLIBC_2.26
 * arch: x86_64
 * needs: -
 * fidelity: degraded
 * differs: the precision of long double (erf, erfc, gamma) or double (Bessel functions)
 * spec: ISO/IEC TS 18661-3; C23 annex H.11
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_quad.h"
#include <math.h>

quad erff128(quad x)
{
	return erfl((long double)x);
}

quad erfcf128(quad x)
{
	return erfcl((long double)x);
}

quad lgammaf128(quad x)
{
	return lgammal((long double)x);
}

quad tgammaf128(quad x)
{
	return tgammal((long double)x);
}

quad lgammaf128_r(quad x, int *sign)
{
	return lgammal_r((long double)x, sign);
}

quad j0f128(quad x)
{
	return j0((double)x);
}

quad j1f128(quad x)
{
	return j1((double)x);
}

quad y0f128(quad x)
{
	return y0((double)x);
}

quad y1f128(quad x)
{
	return y1((double)x);
}

quad jnf128(int n, quad x)
{
	return jn(n, (double)x);
}

quad ynf128(int n, quad x)
{
	return yn(n, (double)x);
}
