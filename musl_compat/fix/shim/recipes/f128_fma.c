/* recipe: f128_fma
 * symbols: fmaf128
 * kind: implementation
 * glibc: GLIBC_2.26
 * arch: x86_64
 * needs: _internal_quad
 * fidelity: equivalent
 * differs: a result near the halfway point of two numbers may be rounded to the wrong one
 * spec: ISO/IEC TS 18661-3; C23 annex H.11
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_quad.h"
#include <math.h>

/* The product in two parts (Veltkamp and Dekker), then the sum in two. */
quad fmaf128(quad x, quad y, quad z)
{
	quad p = x * y;
	if (!mc_qfinite(p) || !mc_qfinite(z) || x == 0 || y == 0) return p + z;
	int ex, ey;
	quad a = mc_qfrexp(x, &ex), b = mc_qfrexp(y, &ey);
	const quad split = Q(0x1p57) + 1;
	quad ta = a * split, tb = b * split, ah = ta - (ta - a), al = a - ah, bh = tb - (tb - b), bl = b - bh;
	quad high = a * b, low = ((ah * bh - high) + ah * bl + al * bh) + al * bl;
	high = mc_qldexp(high, ex + ey);
	low = mc_qldexp(low, ex + ey);
	quad sum = high + z, back = sum - high, rest = (high - (sum - back)) + (z - back);
	return sum + (rest + low);
}
