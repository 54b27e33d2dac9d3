/* recipe: y1l
 * symbols: y1l
 * kind: wrapper
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: degraded
 * differs: double's precision
 * spec: Linux man-pages y1(3)
 * scope: public
 */
#define _GNU_SOURCE
#include <math.h>

long double y1l(long double x)
{
	return y1((double)x);
}
