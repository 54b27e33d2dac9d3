#include "shimtest.h"
#include <fcntl.h>

extern int close_range(unsigned, unsigned, int);

int main(void)
{
	if (dup2(1, 100) < 0 || dup2(1, 101) < 0 || dup2(1, 103) < 0) return 1;
	printf("%d\n", VIA(close_range)(100, 102, 0));
	printf("%d %d %d\n", fcntl(100, F_GETFD), fcntl(101, F_GETFD), fcntl(103, F_GETFD));
	printf("%d ", VIA(close_range)(103, 110, 4));
	printf("%d\n", fcntl(103, F_GETFD));
	errno = 0;
	printf("%d ", VIA(close_range)(10, 5, 0));
	printf("%d\n", errno);
	return 0;
}
