#include "shimtest.h"

int main(void)
{
	int fd = VIA(getpt)();
	printf("%d %d\n", fd >= 0, fd >= 0 && grantpt(fd) == 0);
	return 0;
}
