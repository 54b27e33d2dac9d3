#include "shimtest.h"

extern int fsopen(const char *name, unsigned flags);

int main(void)
{
	errno = 0;
	printf("%d ", VIA(fsopen)("no-such-filesystem", 0));
	printf("%d\n", errno);
	return 0;
}
