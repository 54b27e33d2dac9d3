#include "shimtest.h"
#include <wchar.h>

extern wchar_t *__wmemmove_chk(wchar_t *d, const wchar_t *s, size_t n, size_t room);

int main(void)
{
	wchar_t b[4] = L"123";
	hex("b", VIA(__wmemmove_chk)(b + 1, b, 2, 3), 8);
	ABORTS("overflow", VIA(__wmemmove_chk)(b, b + 1, 3, 2));
	return 0;
}
