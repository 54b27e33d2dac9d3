#include "shimtest.h"

extern char *__realpath_chk(const char *, char *, size_t);

int main(void)
{
	char b[4096];
	printf("%s\n", VIA(__realpath_chk)("/usr/../usr/.", b, sizeof b));
	ABORTS("overflow", VIA(__realpath_chk)("/", b, sizeof b - 1));
	return 0;
}
