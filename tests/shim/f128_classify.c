#include "shimtest.h"

typedef __float128 quad;
extern int __fpclassifyf128(quad), __signbitf128(quad), __isnanf128(quad), __isinff128(quad), __finitef128(quad);
extern int __issignalingf128(quad);
extern quad fabsf128(quad), copysignf128(quad, quad);

int main(void)
{
	/* zero, the least, the greatest subnormal, one, the greatest, infinity, NaN, a signalling one, one with low bits only */
	static const uint64_t bits[][2] = {{0, 0}, {1, 0}, {-1, 0xffffffffffff}, {0, 0x3fff000000000000}, {-1, 0x7ffeffffffffffff},
		{0, 0x7fff000000000000}, {0, 0x7fff800000000000}, {0, 0x7fff400000000000}, {1, 0x7fff000000000000}};
	for (unsigned i = 0; i < 2 * sizeof bits / sizeof *bits; i++) {
		uint64_t b[2] = {bits[i / 2][0], bits[i / 2][1] | (uint64_t)(i % 2) << 63};
		quad x, y;
		memcpy(&x, b, 16);
		printf("%d %d ", VIA(__fpclassifyf128)(x), VIA(__signbitf128)(x) != 0);
		printf("%d %d ", VIA(__isnanf128)(x), VIA(__isinff128)(x));
		printf("%d %d\n", VIA(__finitef128)(x), VIA(__issignalingf128)(x));
		y = VIA(fabsf128)(x);
		hex("fabs", &y, 16);
		y = VIA(copysignf128)(y, i % 3 ? x : -x);
		hex("copysign", &y, 16);
	}
	return 0;
}
