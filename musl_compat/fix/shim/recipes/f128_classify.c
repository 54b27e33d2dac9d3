/* recipe: f128_classify
 * symbols: __fpclassifyf128 __signbitf128 __isnanf128 __isinff128 __finitef128 __issignalingf128 fabsf128 copysignf128
 * kind: implementation
 * glibc: GLIBC_2.26 GLIBC_2.34
 * arch: i386
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: ISO/IEC TS 18661-3; IEEE 754-2019 3.4, binary128
 * scope: public
 */
#include <math.h>
#include <stdint.h>
#include <string.h>

typedef __float128 quad;

/* The parts of a number, without arithmetic. */
struct parts {
	uint64_t low, high;
};
static const uint64_t SIGN = (uint64_t)1 << 63, INFINITE = (uint64_t)0x7fff << 48, QUIET = (uint64_t)1 << 47;

static struct parts parts_of(quad x)
{
	struct parts p;
	memcpy(&p, &x, 16);
	return p;
}

static quad joined(struct parts p)
{
	quad x;
	memcpy(&x, &p, 16);
	return x;
}

int __fpclassifyf128(quad x)
{
	struct parts p = parts_of(x);
	uint64_t magnitude = p.high & ~SIGN;

	if (magnitude >= INFINITE) return magnitude > INFINITE || p.low ? FP_NAN : FP_INFINITE;
	if (magnitude >> 48) return FP_NORMAL;
	return magnitude | p.low ? FP_SUBNORMAL : FP_ZERO;
}

/* In glibc the sign's bit itself. */
int __signbitf128(quad x)
{
	return (int)(uint32_t)((parts_of(x).high & SIGN) >> 32);
}

int __isnanf128(quad x)
{
	return __fpclassifyf128(x) == FP_NAN;
}

int __isinff128(quad x)
{
	if (__fpclassifyf128(x) != FP_INFINITE) return 0;
	return parts_of(x).high & SIGN ? -1 : 1;
}

int __finitef128(quad x)
{
	return (parts_of(x).high & INFINITE) != INFINITE;
}

int __issignalingf128(quad x)
{
	return __isnanf128(x) && !(parts_of(x).high & QUIET);
}

quad fabsf128(quad x)
{
	struct parts p = parts_of(x);
	p.high &= ~SIGN;
	return joined(p);
}

quad copysignf128(quad x, quad y)
{
	struct parts p = parts_of(x);
	p.high = (p.high & ~SIGN) | (parts_of(y).high & SIGN);
	return joined(p);
}
