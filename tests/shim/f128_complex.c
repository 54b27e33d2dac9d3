#include "shimquad.h"

int main(void)
{
	SHOWCR(cabsf128);
	SHOWCR(cargf128);
	SHOWCR(crealf128);
	SHOWCR(cimagf128);
	SHOWC(conjf128);
	SHOWC(cprojf128);
	SHOWC(cexpf128);
	SHOWC(clogf128);
	SHOWC(clog10f128);
	SHOWC(csqrtf128);
	SHOWC(csinhf128);
	SHOWC(ccoshf128);
	SHOWC(ctanhf128);
	SHOWC(csinf128);
	SHOWC(ccosf128);
	SHOWC(ctanf128);
	SHOWC(casinhf128);
	SHOWC(casinf128);
	SHOWC(cacosf128);
	SHOWC(cacoshf128);
	SHOWC(catanhf128);
	SHOWC(catanf128);
	SHOWCC(cpowf128);
	return 0;
}
