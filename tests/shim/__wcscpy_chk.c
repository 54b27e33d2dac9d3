#include "shimtest.h"
#include <wchar.h>

extern wchar_t *__wcscpy_chk(wchar_t *, const wchar_t *, size_t), *__wcpcpy_chk(wchar_t *, const wchar_t *, size_t);

int main(void)
{
	wchar_t b[4] = L"123";
	hex("b", VIA(__wcscpy_chk)(b, L"a", 4), sizeof b);
	printf("%d\n", (int)(VIA(__wcpcpy_chk)(b, L"xy", 3) - b));
	hex("b", b, sizeof b);
	ABORTS("overflow", VIA(__wcscpy_chk)(b, L"abcd", 4));
	ABORTS("overflow", VIA(__wcpcpy_chk)(b, L"abc", 3));
	return 0;
}
