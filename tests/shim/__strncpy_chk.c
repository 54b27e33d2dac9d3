#include "shimtest.h"

extern char *__strncpy_chk(char *d, const char *s, size_t n, size_t room);

int main(void)
{
	char b[8] = "1234567";
	hex("b", VIA(__strncpy_chk)(b, "abc", 6, 8), 8);
	ABORTS("overflow", VIA(__strncpy_chk)(b, "a", 9, 8));
	return 0;
}
