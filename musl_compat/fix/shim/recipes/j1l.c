/* recipe: j1l
 * symbols: j1l
 * kind: wrapper
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: degraded
 * differs: double's precision
 * spec: Linux man-pages j1(3)
 * scope: public
 */
#define _GNU_SOURCE
#include <math.h>

long double j1l(long double x)
{
	return j1((double)x);
}
