#include "shimtest.h"

extern char *__gets_chk(char *, size_t);

int main(void)
{
	char b[8] = "";
	int p[2];
	if (pipe(p) || write(p[1], "abc\n1234567\n12345678\n", 21) != 21 || dup2(p[0], 0) < 0) return 1;
	printf("%s\n", VIA(__gets_chk)(b, 8));
	printf("%s\n", VIA(__gets_chk)(b, 8));
	ABORTS("overflow", VIA(__gets_chk)(b, 8));
	return 0;
}
