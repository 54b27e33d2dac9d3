/* IEEE 754 binary128 arithmetic where long double is narrower: x86. The compiler's own library does + - * /.
 *
 * What the functions of _internal_quad give is right to the last few of 113 bits, not correctly rounded.
 */
#ifndef MC_QUAD_H
#define MC_QUAD_H
#include <stdint.h>
#include <string.h>

typedef __float128 quad;
typedef struct {
	quad re, im;
} quad_pair;
#define Q(x) x##Q

#define MC_SIGN ((unsigned __int128)1 << 127)
#define MC_INF ((unsigned __int128)0x7fff << 112)

static inline unsigned __int128 mc_qbits(quad x)
{
	unsigned __int128 b;
	memcpy(&b, &x, 16);
	return b;
}

static inline quad mc_qfrom(unsigned __int128 b)
{
	quad x;
	memcpy(&x, &b, 16);
	return x;
}

static inline quad mc_qabs(quad x)
{
	return mc_qfrom(mc_qbits(x) & ~MC_SIGN);
}

static inline int mc_qnegative(quad x)
{
	return (int)(mc_qbits(x) >> 127);
}

static inline int mc_qnan(quad x)
{
	return (mc_qbits(x) & ~MC_SIGN) > MC_INF;
}

static inline int mc_qinf(quad x)
{
	return (mc_qbits(x) & ~MC_SIGN) == MC_INF;
}

static inline int mc_qfinite(quad x)
{
	return (mc_qbits(x) & MC_INF) != MC_INF;
}

static inline quad mc_qcopysign(quad x, quad y)
{
	return mc_qfrom((mc_qbits(x) & ~MC_SIGN) | (mc_qbits(y) & MC_SIGN));
}

quad mc_qldexp(quad x, long n);
quad mc_qfrexp(quad x, int *e);
quad mc_qtrunc(quad x);
quad mc_qrint(quad x);
quad mc_qfmod(quad x, quad y);
quad mc_qsqrt(quad x);
quad mc_qexp(quad x);
quad mc_qexpm1(quad x);
quad mc_qlog(quad x);
quad mc_qlog1p(quad x);
void mc_qsincos(quad x, quad *s, quad *c);
quad mc_qatan(quad x);
quad mc_qatan2(quad y, quad x);
quad mc_qhypot(quad x, quad y);
#endif
