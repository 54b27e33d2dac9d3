#include "shimtest.h"

int main(void)
{
	static const double v[] = {123.456, -0.0123, 1, 0.5, 99.996, 1e10, 12345.678};
	char b[128];
	for (int i = 0; i < 7; i++)
		for (int digits = 1; digits < 9; digits += 3) {
			int point = 77, sign = 77;
			printf("%d ", VIA(ecvt_r)(v[i], digits, &point, &sign, b, sizeof b));
			printf("%s %d %d | ", b, point, sign);
			printf("%d ", VIA(fcvt_r)(v[i], digits, &point, &sign, b, sizeof b));
			printf("%s %d %d | ", b, point, sign);
			char *s = VIA(qecvt)(v[i], digits, &point, &sign);
			printf("%s %d %d | ", s, point, sign);
			printf("%s\n", VIA(qgcvt)(v[i], digits, b));
		}
	return 0;
}
