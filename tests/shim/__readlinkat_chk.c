#include "shimtest.h"

extern ssize_t __readlinkat_chk(int fd, const char *path, char *b, size_t n, size_t room);

int main(void)
{
	char b[64] = "";
	errno = 0; printf("%zd %d\n", VIA(__readlinkat_chk)(-100, "/", b, 8, 64), errno); printf("%d\n", VIA(__readlinkat_chk)(-100, "/proc/self", b, 64, 64) > 0);
	ABORTS("overflow", VIA(__readlinkat_chk)(-100, "/", b, 65, 64));
	return 0;
}
