#include "shimtest.h"

extern int __gethostname_chk(char *b, size_t n, size_t room);

int main(void)
{
	char b[256] = "", c[256] = ""; gethostname(c, 256);
	printf("%d ", VIA(__gethostname_chk)(b, 256, 256));
	printf("%d\n", strcmp(b, c));
	ABORTS("overflow", VIA(__gethostname_chk)(b, 257, 256));
	return 0;
}
