#include "shimtest.h"

extern char *__stpcpy_chk(char *, const char *, size_t);

int main(void)
{
	char b[8] = "1234567";
	printf("%d %s\n", (int)(VIA(__stpcpy_chk)(b, "ab", 3) - b), b);
	ABORTS("overflow", VIA(__stpcpy_chk)(b, "ab", 2));
	return 0;
}
