#include "shimtest.h"

extern int fsconfig(int fd, unsigned command, const char *key, const void *value, int aux);

int main(void)
{
	errno = 0;
	printf("%d ", VIA(fsconfig)(-1, 0, NULL, NULL, 0));
	printf("%d\n", errno);
	return 0;
}
