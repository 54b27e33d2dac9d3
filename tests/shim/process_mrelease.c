#include "shimtest.h"

extern int process_mrelease(int pidfd, unsigned flags);

int main(void)
{
	errno = 0;
	printf("%d ", VIA(process_mrelease)(-1, 0));
	printf("%d\n", errno);
	return 0;
}
