#include "shimtest.h"

extern int fspick(int dir, const char *path, unsigned flags);

int main(void)
{
	errno = 0;
	printf("%d ", VIA(fspick)(-1, "x", 0));
	printf("%d\n", errno);
	return 0;
}
