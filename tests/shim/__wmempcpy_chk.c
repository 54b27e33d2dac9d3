#include "shimtest.h"
#include <wchar.h>

extern wchar_t *__wmempcpy_chk(wchar_t *, const wchar_t *, size_t, size_t);

int main(void)
{
	wchar_t b[4] = L"123";
	printf("%d\n", (int)(VIA(__wmempcpy_chk)(b, L"ab", 2, 4) - b));
	hex("b", b, sizeof b);
	ABORTS("overflow", VIA(__wmempcpy_chk)(b, L"abcd", 4, 3));
	return 0;
}
