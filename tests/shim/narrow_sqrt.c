#include "shimtest.h"

extern float fsqrt(double x);
extern float fsqrtl(long double x);
extern double dsqrtl(long double x);
extern float f32sqrtf32x(double x);
extern float f32sqrtf64(double x);
extern float f32sqrtf64x(long double x);
extern double f32xsqrtf64x(long double x);
extern double f64sqrtf64x(long double x);
extern double f32xsqrtf64(double x);

/* The sign of a NaN is nobody's promise. */
static void show(double x)
{
	if (x != x) printf(" nan");
	else printf(" %a", x);
}

int main(void)
{
	static const double v[] = {1, -0.1, 3, 16777217, 0x1.000001p0, 0x1.0000010000001p-3, 1e-20, 12345.678};
	for (int i = 0; i < 8; i++)
		for (int j = 0; j < 8; j++) {
			double x = v[i], y = v[j], z = 0x1p-40;
			(void)y;
			(void)z;
			show(VIA(fsqrt)(x));
			show(VIA(fsqrtl)(x));
			show(VIA(dsqrtl)(x));
			show(VIA(f32sqrtf32x)(x));
			show(VIA(f32sqrtf64)(x));
			show(VIA(f32sqrtf64x)(x));
			show(VIA(f32xsqrtf64x)(x));
			show(VIA(f64sqrtf64x)(x));
			show(VIA(f32xsqrtf64)(x));
			putchar('\n');
		}
	return 0;
}
