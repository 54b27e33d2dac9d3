#include "shimquad.h"

int main(void)
{
	SHOW1(__acosf128_finite);
	SHOW1(__acoshf128_finite);
	SHOW1(__asinf128_finite);
	SHOW1(__atanhf128_finite);
	SHOW1(__coshf128_finite);
	SHOW1(__exp10f128_finite);
	SHOW1(__exp2f128_finite);
	SHOW1(__expf128_finite);
	SHOW1(__log10f128_finite);
	SHOW1(__log2f128_finite);
	SHOW1(__logf128_finite);
	SHOW1(__sinhf128_finite);
	SHOW1(__sqrtf128_finite);
	SHOW2(__atan2f128_finite);
	SHOW2(__fmodf128_finite);
	SHOW2(__hypotf128_finite);
	SHOW2(__powf128_finite);
	SHOW2(__remainderf128_finite);
	SHOW15(__j0f128_finite);
	SHOW15(__j1f128_finite);
	SHOW15(__y0f128_finite);
	SHOW15(__y1f128_finite);
	return 0;
}
