#include "shimtest.h"

extern void *__memcpy_chk(void *d, const void *s, size_t n, size_t room);

int main(void)
{
	char b[8] = "1234567";
	printf("%s %d\n", (char *)VIA(__memcpy_chk)(b, "ab", 2, 8), (int)VIA(__memcpy_chk)(b, "", 0, 0) == 0);
	ABORTS("overflow", VIA(__memcpy_chk)(b, "12345678", 8, 7));
	return 0;
}
