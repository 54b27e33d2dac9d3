/* Opened while the program runs. */
static int times_three(int n)
{
	return 3 * n;
}

static int (*choose(void))(int)
{
	return times_three;
}

int plugin_exported(int) __attribute__((ifunc("choose")));
static int own(int) __attribute__((ifunc("choose")));

__attribute__((target_clones("avx2", "default"))) int plugin_sum(int n)
{
	int sum = 0;

	for (int i = 0; i < n; i++)
		sum += i;
	return sum;
}

int plugin_call(int n)
{
	return own(n) + plugin_exported(n) + plugin_sum(n);
}
