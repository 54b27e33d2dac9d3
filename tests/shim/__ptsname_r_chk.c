#include "shimtest.h"

extern int __ptsname_r_chk(int fd, char *b, size_t n, size_t room);

int main(void)
{
	char b[256] = ""; int p[2]; if (pipe(p)) return 1;
	printf("%d\n", VIA(__ptsname_r_chk)(p[0], b, 256, 256));
	ABORTS("overflow", VIA(__ptsname_r_chk)(p[0], b, 257, 256));
	return 0;
}
