#include "shimquad.h"

static void both(void)
{
	quad s, c;
	VIA(sincosf128)(2.5, &s, &c);
	show(s);
	show(c);
}

int main(void)
{
	SHOW1(sinf128);
	SHOW1(cosf128);
	SHOW1(tanf128);
	SHOW1(atanf128);
	SHOW1(asinf128);
	SHOW1(acosf128);
	SHOW1(sinhf128);
	SHOW1(coshf128);
	SHOW1(tanhf128);
	SHOW1(asinhf128);
	SHOW1(acoshf128);
	SHOW1(atanhf128);
	SHOW2(atan2f128);
	both();
	return 0;
}
