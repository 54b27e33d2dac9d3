#include "shimtest.h"

extern ssize_t __read_chk(int fd, void *b, size_t n, size_t room);

int main(void)
{
	char b[8] = ""; int p[2]; if (pipe(p) || write(p[1], "hello", 5) != 5) return 1;
	printf("%zd %s\n", VIA(__read_chk)(p[0], b, 7, 8), b); errno = 0; printf("%zd %d\n", VIA(__read_chk)(-1, b, 1, 8), errno);
	ABORTS("overflow", VIA(__read_chk)(p[0], b, 9, 8));
	return 0;
}
