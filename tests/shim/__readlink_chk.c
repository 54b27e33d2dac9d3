#include "shimtest.h"

extern ssize_t __readlink_chk(const char *path, char *b, size_t n, size_t room);

int main(void)
{
	char b[64] = "";
	errno = 0; printf("%zd %d\n", VIA(__readlink_chk)("/", b, 8, 64), errno); printf("%d\n", VIA(__readlink_chk)("/proc/self", b, 64, 64) > 0);
	ABORTS("overflow", VIA(__readlink_chk)("/", b, 65, 64));
	return 0;
}
