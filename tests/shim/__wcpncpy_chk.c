#include "shimtest.h"
#include <wchar.h>

extern wchar_t *__wcpncpy_chk(wchar_t *d, const wchar_t *s, size_t n, size_t room);

int main(void)
{
	wchar_t b[4] = L"123";
	printf("%d ", (int)(VIA(__wcpncpy_chk)(b, L"a", 3, 4) - b)); hex("b", b, 16);
	ABORTS("overflow", VIA(__wcpncpy_chk)(b, L"a", 5, 4));
	return 0;
}
