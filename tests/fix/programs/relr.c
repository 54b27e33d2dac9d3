/* gcc: -O1 -fPIE -pie -Wl,-z,pack-relative-relocs
 * gcc: -O1 -fPIE -pie -Wl,-z,pack-relative-relocs,-z,now
 * fix: --target musl:1.2.3
 *
 * Pointers in data that DT_RELR relocates: runs of them, and far apart. */
#include <stdio.h>

static int values[200];
static int *dense[] = {values, values + 1, values + 2, values + 3, values + 4, values + 5};
static struct {
	int *first;
	char gap[2000];
	int *second;
} sparse = {values + 100, "gap", values + 199};

static void hello(void)
{
	puts("hello");
}

static void (*volatile call)(void) = hello;

int main(void)
{
	for (int i = 0; i < 200; i++)
		values[i] = i;
	for (int i = 0; i < 6; i++)
		printf("%d ", *dense[i]);
	printf("%d %d %s\n", *sparse.first, *sparse.second, sparse.gap);
	call();
	return 3;
}
