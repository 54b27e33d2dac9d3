/* Uses what another library exports, in its constructor too. */
int exported(int);

static int early;

__attribute__((constructor)) static void before(void)
{
	early = exported(1000);
}

int by_other(int n)
{
	return exported(n) + early;
}
