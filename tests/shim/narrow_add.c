#include "shimtest.h"

extern float fadd(double x, double y);
extern float faddl(long double x, long double y);
extern double daddl(long double x, long double y);
extern float f32addf32x(double x, double y);
extern float f32addf64(double x, double y);
extern float f32addf64x(long double x, long double y);
extern double f32xaddf64x(long double x, long double y);
extern double f64addf64x(long double x, long double y);
extern double f32xaddf64(double x, double y);

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
			show(VIA(fadd)(x, y));
			show(VIA(faddl)(x, y));
			show(VIA(daddl)(x, y));
			show(VIA(f32addf32x)(x, y));
			show(VIA(f32addf64)(x, y));
			show(VIA(f32addf64x)(x, y));
			show(VIA(f32xaddf64x)(x, y));
			show(VIA(f64addf64x)(x, y));
			show(VIA(f32xaddf64)(x, y));
			putchar('\n');
		}
	return 0;
}
