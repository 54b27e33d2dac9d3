#include "shimquad.h"

static void others(void)
{
	int sign = 9;
	show15(VIA(lgammaf128_r)(-0.5, &sign));
	printf(" %d", sign);
	show15(VIA(jnf128)(2, 1.5));
	show15(VIA(ynf128)(2, 1.5));
	puts("");
}

int main(void)
{
	SHOW15(erff128);
	SHOW15(erfcf128);
	SHOW15(lgammaf128);
	SHOW15(tgammaf128);
	SHOW15(j0f128);
	SHOW15(j1f128);
	SHOW15(y0f128);
	SHOW15(y1f128);
	others();
	return 0;
}
