#include "shimtest.h"
#include <wchar.h>

extern size_t __mbsrtowcs_chk(wchar_t *d, const char **s, size_t n, mbstate_t *st, size_t room);

int main(void)
{
	wchar_t b[8] = L""; const char *s = "abc"; mbstate_t st = {0};
	printf("%zu %d\n", VIA(__mbsrtowcs_chk)(b, &s, 8, &st, 8), s == NULL);
	ABORTS("overflow", s = "abc"; VIA(__mbsrtowcs_chk)(b, &s, 9, &st, 8));
	return 0;
}
