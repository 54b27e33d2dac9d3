#include "shimtest.h"

extern float ffma(double x, double y, double z);
extern float ffmal(long double x, long double y, long double z);
extern double dfmal(long double x, long double y, long double z);
extern float f32fmaf32x(double x, double y, double z);
extern float f32fmaf64(double x, double y, double z);
extern float f32fmaf64x(long double x, long double y, long double z);
extern double f32xfmaf64x(long double x, long double y, long double z);
extern double f64fmaf64x(long double x, long double y, long double z);
extern double f32xfmaf64(double x, double y, double z);

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
			show(VIA(ffma)(x, y, z));
			show(VIA(ffmal)(x, y, z));
			show(VIA(dfmal)(x, y, z));
			show(VIA(f32fmaf32x)(x, y, z));
			show(VIA(f32fmaf64)(x, y, z));
			show(VIA(f32fmaf64x)(x, y, z));
			show(VIA(f32xfmaf64x)(x, y, z));
			show(VIA(f64fmaf64x)(x, y, z));
			show(VIA(f32xfmaf64)(x, y, z));
			putchar('\n');
		}
	return 0;
}
