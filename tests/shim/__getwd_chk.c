#include "shimtest.h"

extern char *__getwd_chk(char *, size_t);

int main(void)
{
	char b[4096];
	if (chdir("/usr")) return 1;
	printf("%s\n", VIA(__getwd_chk)(b, sizeof b));
	printf("%s\n", VIA(__getwd_chk)(b, 5));
	ABORTS("overflow", VIA(__getwd_chk)(b, 3));
	return 0;
}
