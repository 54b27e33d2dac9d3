#include "shimtest.h"

extern char *__strcpy_chk(char *, const char *, size_t);

int main(void)
{
	char b[8] = "1234567";
	printf("%s\n", VIA(__strcpy_chk)(b, "ab", 3));
	hex("b", b, 8);
	ABORTS("overflow", VIA(__strcpy_chk)(b, "ab", 2));
	return 0;
}
