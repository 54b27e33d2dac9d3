/* recipe: ynl
 * symbols: ynl
 * kind: wrapper
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: degraded
 * differs: double's precision
 * spec: Linux man-pages yn(3)
 * scope: public
 */
#define _GNU_SOURCE
#include <math.h>

long double ynl(int n, long double x)
{
	return yn(n, (double)x);
}
