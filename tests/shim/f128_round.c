#include "shimquad.h"

static void others(void)
{
	int e = 0, n = 0;
	quad whole = 0;
	for (size_t i = 0; i < VALUES; i++) {
		quad x = values[i];
		show(VIA(modff128)(x, &whole));
		show(whole);
		if (x - x == 0) {
			show(VIA(frexpf128)(x, &e));
			printf(" %d", e);
			show(VIA(remquof128)(x * 7, 2, &n));
			printf(" %d", n);
		}
		show(VIA(ldexpf128)(x, -3));
		show(VIA(scalbnf128)(x, 40000));
		show(VIA(scalblnf128)(x, -40000));
		show(VIA(nanf128)(""));
	}
	puts("");
}

int main(void)
{
	SHOW1(fabsf128);
	SHOW1(truncf128);
	SHOW1(rintf128);
	SHOW1(nearbyintf128);
	SHOW1(floorf128);
	SHOW1(ceilf128);
	SHOW1(roundf128);
	SHOW1(roundevenf128);
	SHOW1(logbf128);
	SHOWI(ilogbf128);
	SHOWI(lrintf128);
	SHOWI(llrintf128);
	SHOWI(lroundf128);
	SHOWI(llroundf128);
	SHOWB(__signbitf128);
	SHOWB(__isnanf128);
	SHOWB(__isinff128);
	SHOWB(__finitef128);
	SHOWB(__issignalingf128);
	SHOWB(__fpclassifyf128);
	SHOW2(copysignf128);
	SHOW2(fmodf128);
	SHOW2(remainderf128);
	SHOW2(fdimf128);
	SHOW2(fmaxf128);
	SHOW2(fminf128);
	SHOW2(nextafterf128);
	others();
	return 0;
}
