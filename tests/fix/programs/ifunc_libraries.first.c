/* Exports an IFUNC, and uses one of its own. */
static int times_two(int n)
{
	return 2 * n;
}

static int (*choose(void))(int)
{
	return times_two;
}

int exported(int) __attribute__((ifunc("choose")));
static int own(int) __attribute__((ifunc("choose")));
int (*pointer_in_library)(int) = exported;
static int early;

__attribute__((constructor)) static void before(void)
{
	early = own(50);
}

int inside(int n)
{
	return own(n) + exported(n) + early;
}
