#include "shimtest.h"

extern int open_tree(int dir, const char *path, unsigned flags);

int main(void)
{
	errno = 0;
	printf("%d ", VIA(open_tree)(-1, "x", 0));
	printf("%d\n", errno);
	return 0;
}
