#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
	static const size_t sizes[] = {8, 16, 31, 32, 64, 100, 128, 255, 256, 300};
	struct random_data r, copy;
	char state[10][304];
	int v;

	memset(&r, 0, sizeof r);
	for (int i = 0; i < 10; i++) {
		printf("init %d\n", initstate_r(i * 1000 - 7, state[i], sizes[i], &r));
		for (int k = 0; k < 200; k++) {
			random_r(&r, &v);
			printf("%d ", v);
		}
		srandom_r(i, &r);
		random_r(&r, &v);
		printf("%d\n", v);
	}
	for (int i = 0; i < 10; i++) {
		printf("set %d: ", setstate_r(state[i], &r));
		for (int k = 0; k < 20; k++) {
			random_r(&r, &v);
			printf("%d ", v);
		}
		puts("");
	}
	errno = 0;
	printf("%d", initstate_r(1, state[0], 7, &r));
	printf(" %d %zu\n", errno, sizeof r);
}
