#include "shimtest.h"

extern int pidfd_getfd(int pidfd, int fd, unsigned flags);

int main(void)
{
	errno = 0;
	printf("%d ", VIA(pidfd_getfd)(-1, 0, 0));
	printf("%d\n", errno);
	return 0;
}
