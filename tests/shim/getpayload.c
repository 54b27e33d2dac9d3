#include "shimtest.h"

extern double getpayload(const double *);
extern int setpayload(double *, double), setpayloadsig(double *, double);
extern float getpayloadf(const float *);
extern int setpayloadf(float *, float), setpayloadsigf(float *, float);
extern float getpayloadf32(const float *);
extern int setpayloadf32(float *, float), setpayloadsigf32(float *, float);
extern double getpayloadf64(const double *);
extern int setpayloadf64(double *, double), setpayloadsigf64(double *, double);
extern double getpayloadf32x(const double *);
extern int setpayloadf32x(double *, double), setpayloadsigf32x(double *, double);

#define TRY(s, type) \
	for (int i = 0; i < 7; i++) { \
		type x = 1; \
		printf("%d ", VIA(setpayload##s)(&x, (type)v[i])); \
		hex("x", &x, sizeof x); \
		printf("%g\n", (double)VIA(getpayload##s)(&x)); \
		printf("%d ", VIA(setpayloadsig##s)(&x, (type)v[i])); \
		hex("x", &x, sizeof x); \
	}

int main(void)
{
	static const double v[] = {0, 1, 12345, -1, 0.5, 1e30, -0.0};
	TRY(, double)
	TRY(f, float)
	TRY(f32, float)
	TRY(f64, double)
	TRY(f32x, double)
	return 0;
}
