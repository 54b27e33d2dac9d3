#include "shimtest.h"
#include <sys/syscall.h>

extern pid_t pidfd_getpid(int);

int main(void)
{
	int fd = (int)syscall(434, getpid(), 0);
	printf("%d\n", VIA(pidfd_getpid)(fd) == getpid());
	errno = 0;
	printf("%d ", VIA(pidfd_getpid)(0));
	printf("%d\n", errno);
	printf("%d ", VIA(pidfd_getpid)(-1));
	printf("%d\n", errno);
	return 0;
}
