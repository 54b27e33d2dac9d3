/* recipe: scalbl
 * symbols: scalbl
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages scalb(3); SVID
 * scope: public
 */
#define _GNU_SOURCE
#include <math.h>

/* x * 2^n for an n that is given as a floating number and must be whole. */
long double scalbl(long double x, long double n)
{
	if (isnan(x) || isnan(n)) return x * n;
	if (isinf(n)) return n > 0 ? x * n : x / -n;
	if (rintl(n) != n) return (n - n) / (n - n);
	if (n > 65000) return scalbnl(x, 65000);
	if (n < -65000) return scalbnl(x, -65000);
	return scalbnl(x, (int)n);
}
