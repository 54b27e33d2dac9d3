#include "shimtest.h"

extern int openat2(int dir, const char *path, const void *how, size_t size);

int main(void)
{
	errno = 0;
	printf("%d ", VIA(openat2)(-100, "/", NULL, 1));
	printf("%d\n", errno);
	return 0;
}
