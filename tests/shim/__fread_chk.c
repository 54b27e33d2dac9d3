#include "shimtest.h"

extern size_t __fread_chk(void *, size_t, size_t, size_t, FILE *), __fread_unlocked_chk(void *, size_t, size_t, size_t, FILE *);

int main(void)
{
	char b[16] = "";
	FILE *f = tmpfile();
	if (!f || fputs("0123456789", f) < 0) return 1;
	rewind(f);
	printf("%zu %s\n", VIA(__fread_chk)(b, 16, 2, 3, f), b);
	printf("%zu %s\n", VIA(__fread_unlocked_chk)(b, 16, 3, 5, f), b);
	printf("%zu\n", VIA(__fread_chk)(b, 16, 0, 5, f));
	ABORTS("overflow", VIA(__fread_chk)(b, 16, 2, 9, f));
	ABORTS("wrap", VIA(__fread_unlocked_chk)(b, 16, SIZE_MAX / 2, 4, f));
	return 0;
}
