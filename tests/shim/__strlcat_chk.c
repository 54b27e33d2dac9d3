#include "shimtest.h"

extern size_t __strlcat_chk(char *d, const char *s, size_t n, size_t room);

int main(void)
{
	char b[8] = "123";
	printf("%zu %s\n", VIA(__strlcat_chk)(b, "abcdefghij", 8, 8), b);
	ABORTS("overflow", VIA(__strlcat_chk)(b, "a", 9, 8));
	return 0;
}
