#include "shimtest.h"
#include <wchar.h>

extern wchar_t *__wmemcpy_chk(wchar_t *d, const wchar_t *s, size_t n, size_t room);

int main(void)
{
	wchar_t b[4] = L"123";
	hex("b", VIA(__wmemcpy_chk)(b, L"ab", 2, 4), 16);
	ABORTS("overflow", VIA(__wmemcpy_chk)(b, L"abcd", 4, 3));
	return 0;
}
