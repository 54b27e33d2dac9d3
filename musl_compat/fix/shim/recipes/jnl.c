/* recipe: jnl
 * symbols: jnl
 * kind: wrapper
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: degraded
 * differs: double's precision
 * spec: Linux man-pages jn(3)
 * scope: public
 */
#define _GNU_SOURCE
#include <math.h>

long double jnl(int n, long double x)
{
	return jn(n, (double)x);
}
