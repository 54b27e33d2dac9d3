#include "shimtest.h"

extern int fsmount(int fd, unsigned flags, unsigned attributes);

int main(void)
{
	errno = 0;
	printf("%d ", VIA(fsmount)(-1, 0, 0));
	printf("%d\n", errno);
	return 0;
}
