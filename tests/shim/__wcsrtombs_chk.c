#include "shimtest.h"
#include <wchar.h>

extern size_t __wcsrtombs_chk(char *d, const wchar_t **s, size_t n, mbstate_t *st, size_t room);

int main(void)
{
	char b[8] = ""; const wchar_t *s = L"abc"; mbstate_t st = {0};
	printf("%zu %s\n", VIA(__wcsrtombs_chk)(b, &s, 8, &st, 8), b);
	ABORTS("overflow", s = L"abc"; VIA(__wcsrtombs_chk)(b, &s, 9, &st, 8));
	return 0;
}
