#include "shimtest.h"

static int by(const void *a, const void *b, void *sign)
{
	int x = *(const int *)a, y = *(const int *)b;
	return (x > y ? 1 : x < y ? -1 : 0) * *(int *)sign;
}

int main(void)
{
	int a[200], sign = 1, sorted = 1;
	for (int i = 0; i < 200; i++) a[i] = i * 7919 % 211;
	VIA(qsort_r)(a, 200, sizeof *a, by, &sign);
	for (int i = 1; i < 200; i++) sorted &= a[i - 1] <= a[i];
	printf("%d %d %d\n", sorted, a[0], a[199]);
	sign = -1;
	VIA(qsort_r)(a, 200, sizeof *a, by, &sign);
	printf("%d %d\n", a[0], a[199]);
	VIA(qsort_r)(a, 0, sizeof *a, by, &sign);
	return 0;
}
