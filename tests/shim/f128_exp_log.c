#include "shimquad.h"

int main(void)
{
	SHOW1(sqrtf128);
	SHOW1(cbrtf128);
	SHOW1(expf128);
	SHOW1(expm1f128);
	SHOW1(exp2f128);
	SHOW1(exp10f128);
	SHOW1(logf128);
	SHOW1(log1pf128);
	SHOW1(log2f128);
	SHOW1(log10f128);
	SHOW2(powf128);
	SHOW2(hypotf128);
	return 0;
}
