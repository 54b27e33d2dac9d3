#include "shimtest.h"

extern char *__fgets_chk(char *, size_t, int, FILE *), *__fgets_unlocked_chk(char *, size_t, int, FILE *);

int main(void)
{
	char b[8] = "";
	FILE *f = tmpfile();
	if (!f || fputs("abc\nlonger line\nend", f) < 0) return 1;
	rewind(f);
	printf("%s", VIA(__fgets_chk)(b, 8, 100, f));
	printf("%s\n", VIA(__fgets_unlocked_chk)(b, 8, 8, f));
	printf("%s", VIA(__fgets_chk)(b, 8, 8, f));
	printf("%s\n", VIA(__fgets_chk)(b, 8, 8, f));
	printf("%d\n", VIA(__fgets_chk)(b, 8, 8, f) == NULL);
	rewind(f);
	VIA(__fgets_chk)(b, 8, 8, f);
	ABORTS("overflow", VIA(__fgets_chk)(b, 8, 100, f));
	ABORTS("overflow", VIA(__fgets_unlocked_chk)(b, 8, 100, f));
	return 0;
}
