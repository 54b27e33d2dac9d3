#include "shimtest.h"

extern void *__memset_chk(void *d, int c, size_t n, size_t room);

int main(void)
{
	char b[8] = "1234567";
	printf("%s\n", (char *)VIA(__memset_chk)(b, 'x', 3, 3));
	ABORTS("overflow", VIA(__memset_chk)(b, 0, 4, 3));
	return 0;
}
