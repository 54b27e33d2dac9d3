/* recipe: __gamma_r_finite
 * symbols: __gamma_r_finite __gammaf_r_finite __gammal_r_finite
 * kind: wrapper
 * glibc: GLIBC_2.15
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: last digits are those of musl's libm
 * spec: glibc 2.30 bits/math-finite.h: tgamma under -ffinite-math-only
 * scope: public
 */
#include <math.h>

/* tgamma under -ffinite-math-only: the header negates the result when the sign is negative. */
double __gamma_r_finite(double x, int *sign)
{
	*sign = 0;
	return tgamma(x);
}

float __gammaf_r_finite(float x, int *sign)
{
	*sign = 0;
	return tgammaf(x);
}

long double __gammal_r_finite(long double x, int *sign)
{
	*sign = 0;
	return tgammal(x);
}
