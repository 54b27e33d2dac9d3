/* recipe: j0l
 * symbols: j0l
 * kind: wrapper
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: degraded
 * differs: double's precision
 * spec: Linux man-pages j0(3)
 * scope: public
 */
#define _GNU_SOURCE
#include <math.h>

long double j0l(long double x)
{
	return j0((double)x);
}
