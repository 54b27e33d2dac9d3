#include "shimtest.h"

extern int __getlogin_r_chk(char *b, size_t n, size_t room);

int main(void)
{
	char b[256] = "";
	printf("%d\n", VIA(__getlogin_r_chk)(b, 256, 256) != 0);
	ABORTS("overflow", VIA(__getlogin_r_chk)(b, 257, 256));
	return 0;
}
