/* gcc: -O1 -fPIE -pie -Wl,-z,pack-relative-relocs
 * gcc: -O1 -fPIE -pie -Wl,-z,pack-relative-relocs,-z,now
 * fix: --target musl:1.2.3
 *
 * DT_RELR and IFUNC in one program: both tables of relocations change. */
#include <stdio.h>

static int value = 40;
static int *pointers[] = {&value, &value, &value, &value, &value, &value, &value, &value};

static int one(void)
{
	return 2;
}

static int (*choose(void))(void)
{
	return one;
}

static int add(void) __attribute__((ifunc("choose")));
static int (*volatile through)(void) = add;

int main(void)
{
	int sum = 0;

	for (int i = 0; i < 8; i++)
		sum += *pointers[i];
	printf("%d %d %d\n", sum, add(), through());
	return 5;
}
