#include "shimtest.h"

extern char *__stpncpy_chk(char *d, const char *s, size_t n, size_t room);

int main(void)
{
	char b[8] = "1234567";
	printf("%d ", (int)(VIA(__stpncpy_chk)(b, "abc", 7, 8) - b)); hex("b", b, 8);
	ABORTS("overflow", VIA(__stpncpy_chk)(b, "a", 9, 8));
	return 0;
}
