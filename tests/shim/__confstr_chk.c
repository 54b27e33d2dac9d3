#include "shimtest.h"

extern size_t __confstr_chk(int name, char *b, size_t n, size_t room);

int main(void)
{
	char b[64] = "";
	printf("%d\n", VIA(__confstr_chk)(_CS_PATH, b, 64, 64) > 1);
	ABORTS("overflow", VIA(__confstr_chk)(_CS_PATH, b, 65, 64));
	return 0;
}
