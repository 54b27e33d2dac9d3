/* gcc: -O1 -fPIE -pie -Wl,-z,lazy
 * gcc: -O1 -fPIE -pie -Wl,-z,now
 * gcc: -O1 -fPIE -pie -Wl,-z,norelro
 * gcc: -O1 -fno-pie -no-pie -Wl,-z,lazy
 * gcc: -O1 -fno-pie -no-pie -Wl,-z,now
 * gcc: -O1 -fno-pie -no-pie -Wl,-z,norelro
 * gcc: -O1 -fPIE -pie -rdynamic -Wl,-z,now,-z,separate-code
 * gcc: -O1 -fPIE -pie -fuse-ld=gold
 *
 * IFUNC in the program: called, taken the address of in code and in data, used by a constructor. */
#include <stdio.h>

static int answer(void)
{
	return 41;
}

static int (*choose(void))(void)
{
	__builtin_cpu_init();
	return answer;
}

int chosen(void) __attribute__((ifunc("choose")));
static int hidden(void) __attribute__((ifunc("choose")));

static int (*volatile in_data)(void) = chosen;
static int early;

__attribute__((target_clones("avx2", "sse4.2", "default"))) int squares(int n)
{
	int sum = 0;

	for (int i = 0; i < n; i++)
		sum += i * i;
	return sum;
}

__attribute__((constructor)) static void before(void)
{
	early = chosen() + squares(4);
}

int main(void)
{
	int (*volatile in_code)(void) = chosen;

	printf("%d %d %d %d %d %d\n", chosen(), hidden(), in_data(), in_code(), early, squares(100));
	printf("%d\n", in_code == in_data);
	return 0;
}
