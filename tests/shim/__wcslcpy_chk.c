#include "shimtest.h"
#include <wchar.h>

extern size_t __wcslcpy_chk(wchar_t *, const wchar_t *, size_t, size_t);
extern size_t __wcslcat_chk(wchar_t *, const wchar_t *, size_t, size_t);

int main(void)
{
	wchar_t b[4] = L"123";
	printf("%zu\n", VIA(__wcslcpy_chk)(b, L"a", 4, 4));
	printf("%zu\n", VIA(__wcslcat_chk)(b, L"bcd", 4, 4));
	hex("b", b, sizeof b);
	ABORTS("overflow", VIA(__wcslcpy_chk)(b, L"", 5, 4));
	ABORTS("overflow", VIA(__wcslcat_chk)(b, L"", 5, 4));
	return 0;
}
