#include "shimtest.h"

extern size_t __strlcpy_chk(char *d, const char *s, size_t n, size_t room);

int main(void)
{
	char b[8] = "1234567";
	printf("%zu %s\n", VIA(__strlcpy_chk)(b, "abcdefghij", 8, 8), b);
	ABORTS("overflow", VIA(__strlcpy_chk)(b, "a", 9, 8));
	return 0;
}
