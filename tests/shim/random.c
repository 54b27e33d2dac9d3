#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
	char state[256];
	for (int i = 0; i < 100; i++)
		printf("%d %ld\n", rand(), random());
	srand(42);
	for (int i = 0; i < 100; i++)
		printf("%d ", rand());
	srandom(0);
	for (int i = 0; i < 100; i++)
		printf("%ld ", random());
	char *old = initstate(5, state, sizeof state);
	for (int i = 0; i < 100; i++)
		printf("%ld ", random());
	char *mine = setstate(old);
	printf("%d\n", mine == state);
	for (int i = 0; i < 100; i++)
		printf("%ld ", random());
	setstate(mine);
	for (int i = 0; i < 100; i++)
		printf("%ld ", random());
}
