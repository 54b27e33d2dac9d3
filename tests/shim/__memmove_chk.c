#include "shimtest.h"

extern void *__memmove_chk(void *d, const void *s, size_t n, size_t room);

int main(void)
{
	char b[8] = "1234567";
	printf("%s\n", (char *)VIA(__memmove_chk)(b + 1, b, 5, 7));
	ABORTS("overflow", VIA(__memmove_chk)(b, b + 1, 6, 5));
	return 0;
}
