#include "shimtest.h"

extern double __gamma_r_finite(double, int *);
extern float __gammaf_r_finite(float, int *);
extern long double __gammal_r_finite(long double, int *);

#define SHOW(type, f) \
	for (int i = 0; i < 5; i++) { \
		int sign = 0; \
		type y = VIA(f)((type)x[i], &sign); \
		printf("%.5Lg\n", (long double)(sign < 0 ? -y : y)); \
	}

int main(void)
{
	static const double x[] = {-3.5, -0.75, 0.5, 1, 4.5};
	SHOW(double, __gamma_r_finite)
	SHOW(float, __gammaf_r_finite)
	SHOW(long double, __gammal_r_finite)
	return 0;
}
