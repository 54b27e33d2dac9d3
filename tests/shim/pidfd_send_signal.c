#include "shimtest.h"

extern int pidfd_send_signal(int pidfd, int signal, void *info, unsigned flags);

int main(void)
{
	errno = 0;
	printf("%d ", VIA(pidfd_send_signal)(-1, 0, NULL, 0));
	printf("%d\n", errno);
	return 0;
}
