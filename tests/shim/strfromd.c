#define _GNU_SOURCE
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
int main(void)
{
	static const double v[] = {0, -0.0, 1, 0.1, 1e300, -1e-300, 123456.789, INFINITY, -NAN, 2.5};
	static const char *const f[] = {"%a", "%A", "%e", "%E", "%f", "%F", "%g", "%G", "%.0f", "%.20g", "%.e", "%.3a"};
	char b[400];
	for (int i = 0; i < 10; i++)
		for (int k = 0; k < 12; k++) {
			int n = strfromd(b, sizeof b, f[k], v[i]);
			printf("%d %s ", n, b);
			n = strfromf(b, 10, f[k], (float)v[i]);
			printf("%d %s ", n, b);
			if (f[k][1] != 'a' && f[k][1] != 'A' && f[k][2] != '3') { /* the leading digit of a long double in hexadecimal differs */
				n = strfroml(b, sizeof b, f[k], (long double)v[i] / 3);
				printf("%d %s", n, b);
			}
			puts("");
		}
	printf("%d ", strfromf64x(b, sizeof b, "%.15g", 0.1L));
	puts(b);
	printf("%d\n", strfromd(0, 0, "%g", 1.5));
}
