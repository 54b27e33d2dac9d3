#include "shimtest.h"
#include <wchar.h>

extern int __wctomb_chk(char *, wchar_t, size_t);
extern size_t __wcrtomb_chk(char *, wchar_t, mbstate_t *, size_t);

int main(void)
{
	char b[8] = "";
	mbstate_t st = {0};
	printf("%d %s\n", VIA(__wctomb_chk)(b, L'a', 8), b);
	printf("%zu %s\n", VIA(__wcrtomb_chk)(b, L'b', &st, 8), b);
	ABORTS("overflow", VIA(__wctomb_chk)(b, L'a', 0));
	ABORTS("overflow", VIA(__wcrtomb_chk)(b, L'a', &st, 0));
	return 0;
}
