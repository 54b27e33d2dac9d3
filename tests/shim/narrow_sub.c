#include "shimtest.h"

extern float fsub(double x, double y);
extern float fsubl(long double x, long double y);
extern double dsubl(long double x, long double y);
extern float f32subf32x(double x, double y);
extern float f32subf64(double x, double y);
extern float f32subf64x(long double x, long double y);
extern double f32xsubf64x(long double x, long double y);
extern double f64subf64x(long double x, long double y);
extern double f32xsubf64(double x, double y);

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
			show(VIA(fsub)(x, y));
			show(VIA(fsubl)(x, y));
			show(VIA(dsubl)(x, y));
			show(VIA(f32subf32x)(x, y));
			show(VIA(f32subf64)(x, y));
			show(VIA(f32subf64x)(x, y));
			show(VIA(f32xsubf64x)(x, y));
			show(VIA(f64subf64x)(x, y));
			show(VIA(f32xsubf64)(x, y));
			putchar('\n');
		}
	return 0;
}
