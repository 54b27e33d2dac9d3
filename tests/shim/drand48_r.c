#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
	struct drand48_data d;
	unsigned short x[3] = {1, 2, 65535}, p[7] = {1, 2, 3, 0xe66d, 0xdeec, 5, 17};
	double f;
	long l;

	memset(&d, 0, sizeof d);
	for (int round = 0; round < 5; round++) {
		for (int i = 0; i < 20; i++) {
			drand48_r(&d, &f), printf("%.17g ", f);
			lrand48_r(&d, &l), printf("%ld ", l);
			mrand48_r(&d, &l), printf("%ld ", l);
			erand48_r(x, &d, &f), printf("%.17g ", f);
			nrand48_r(x, &d, &l), printf("%ld ", l);
			jrand48_r(x, &d, &l), printf("%ld\n", l);
		}
		if (round == 0)
			srand48_r(-123456789L, &d);
		if (round == 1)
			seed48_r(x, &d), printf("%d %d %d\n", d.__old_x[0], d.__old_x[1], d.__old_x[2]);
		if (round == 2)
			lcong48_r(p, &d);
		if (round == 3)
			srand48_r(0x123456789abcL, &d);
	}
	printf("%zu\n", sizeof d);
}
