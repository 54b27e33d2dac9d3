#include "shimtest.h"

extern char *__strncat_chk(char *, const char *, size_t, size_t);

int main(void)
{
	char b[8] = "123";
	printf("%s\n", VIA(__strncat_chk)(b, "45", 100, 8));
	printf("%s\n", VIA(__strncat_chk)(b, "678", 2, 8));
	ABORTS("overflow", VIA(__strncat_chk)(b, "8", 1, 8));
	return 0;
}
