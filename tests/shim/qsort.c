#include <stdio.h>
#include <stdlib.h>
struct item { int key, place; char pad[5]; };
static int compare(const void *a, const void *b)
{
	return ((const struct item *)a)->key - ((const struct item *)b)->key;
}
int main(void)
{
	static struct item v[3000];
	unsigned x = 12345;
	for (int n = 0; n < 3000; n = n * 3 / 2 + 1) {
		for (int i = 0; i < n; i++)
			x = x * 1103515245 + 12345, v[i].key = (x >> 16) % 50, v[i].place = i;
		qsort(v, n, sizeof *v, compare);
		for (int i = 0; i < n; i++)
			printf("%d/%d ", v[i].key, v[i].place);
		puts("");
	}
}
