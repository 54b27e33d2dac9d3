/* recipe: significandl
 * symbols: significandl dreml gammal gamma gammaf
 * kind: alias
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits are those of musl's libm; signgam is set as by lgamma
 * spec: Linux man-pages significand(3), drem(3), gamma(3)
 * scope: public
 */
#define _GNU_SOURCE
#include <math.h>

long double significandl(long double x)
{
	return scalbnl(x, -ilogbl(x));
}

long double dreml(long double x, long double y)
{
	return remainderl(x, y);
}

double gamma(double x)
{
	return lgamma(x);
}

float gammaf(float x)
{
	return lgammaf(x);
}

/* musl has no lgammal that sets signgam under another name than this. */
long double gammal(long double x)
{
	return lgammal(x);
}
