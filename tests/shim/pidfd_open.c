#include "shimtest.h"

extern int pidfd_open(int pid, unsigned flags);

int main(void)
{
	errno = 0;
	printf("%d ", (VIA(pidfd_open)(getpid(), 0) >= 0) + VIA(pidfd_open)(-5, 0));
	printf("%d\n", errno);
	return 0;
}
