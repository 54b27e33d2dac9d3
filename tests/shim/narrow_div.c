#include "shimtest.h"

extern float fdiv(double x, double y);
extern float fdivl(long double x, long double y);
extern double ddivl(long double x, long double y);
extern float f32divf32x(double x, double y);
extern float f32divf64(double x, double y);
extern float f32divf64x(long double x, long double y);
extern double f32xdivf64x(long double x, long double y);
extern double f64divf64x(long double x, long double y);
extern double f32xdivf64(double x, double y);

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
			show(VIA(fdiv)(x, y));
			show(VIA(fdivl)(x, y));
			show(VIA(ddivl)(x, y));
			show(VIA(f32divf32x)(x, y));
			show(VIA(f32divf64)(x, y));
			show(VIA(f32divf64x)(x, y));
			show(VIA(f32xdivf64x)(x, y));
			show(VIA(f64divf64x)(x, y));
			show(VIA(f32xdivf64)(x, y));
			putchar('\n');
		}
	return 0;
}
