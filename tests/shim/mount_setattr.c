#include "shimtest.h"

extern int mount_setattr(int dir, const char *path, unsigned flags, void *attr, size_t size);

int main(void)
{
	errno = 0;
	printf("%d ", VIA(mount_setattr)(-1, "x", 0, NULL, 0));
	printf("%d\n", errno);
	return 0;
}
