#include "shimtest.h"
#include <wchar.h>

extern size_t __wcstombs_chk(char *d, const wchar_t *s, size_t n, size_t room);

int main(void)
{
	char b[8] = "";
	printf("%zu %s\n", VIA(__wcstombs_chk)(b, L"abc", 8, 8), b);
	ABORTS("overflow", VIA(__wcstombs_chk)(b, L"abc", 9, 8));
	return 0;
}
