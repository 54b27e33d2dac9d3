#include "shimtest.h"

extern char *__strcat_chk(char *, const char *, size_t);

int main(void)
{
	char b[8] = "123";
	printf("%s\n", VIA(__strcat_chk)(b, "4567", 8));
	ABORTS("overflow", VIA(__strcat_chk)(b, "8", 8));
	ABORTS("exact", VIA(__strcat_chk)(b, "", 8));
	return 0;
}
