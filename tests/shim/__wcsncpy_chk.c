#include "shimtest.h"
#include <wchar.h>

extern wchar_t *__wcsncpy_chk(wchar_t *d, const wchar_t *s, size_t n, size_t room);

int main(void)
{
	wchar_t b[4] = L"123";
	hex("b", VIA(__wcsncpy_chk)(b, L"a", 3, 4), 16);
	ABORTS("overflow", VIA(__wcsncpy_chk)(b, L"a", 5, 4));
	return 0;
}
