#include "shimtest.h"

extern void *__mempcpy_chk(void *, const void *, size_t, size_t);

int main(void)
{
	char b[8] = "1234567";
	printf("%d %s\n", (int)((char *)VIA(__mempcpy_chk)(b, "ab", 2, 8) - b), b);
	ABORTS("overflow", VIA(__mempcpy_chk)(b, "12345678", 8, 7));
	return 0;
}
