#include "shimtest.h"

extern void __explicit_bzero_chk(void *, size_t, size_t);
extern void *__memset_explicit_chk(void *, int, size_t, size_t);

int main(void)
{
	char b[8] = "1234567";
	VIA(__explicit_bzero_chk)(b, 3, 8);
	hex("b", b, 8);
	hex("b", VIA(__memset_explicit_chk)(b, 'x', 2, 8), 8);
	ABORTS("overflow", VIA(__explicit_bzero_chk)(b, 9, 8));
	ABORTS("overflow", VIA(__memset_explicit_chk)(b, 1, 9, 8));
	return 0;
}
