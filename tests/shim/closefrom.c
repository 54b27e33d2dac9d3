#include "shimtest.h"
#include <fcntl.h>

extern void closefrom(int);

int main(void)
{
	if (dup2(1, 100) < 0 || dup2(1, 600) < 0) return 1;
	VIA(closefrom)(50);
	printf("%d %d %d\n", fcntl(100, F_GETFD), fcntl(600, F_GETFD), fcntl(1, F_GETFD));
	return 0;
}
