/* recipe: y0l
 * symbols: y0l
 * kind: wrapper
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: degraded
 * differs: double's precision
 * spec: Linux man-pages y0(3)
 * scope: public
 */
#define _GNU_SOURCE
#include <math.h>

long double y0l(long double x)
{
	return y0((double)x);
}
