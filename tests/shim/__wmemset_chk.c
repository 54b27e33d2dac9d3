#include "shimtest.h"
#include <wchar.h>

extern wchar_t *__wmemset_chk(wchar_t *d, wchar_t c, size_t n, size_t room);

int main(void)
{
	wchar_t b[4] = L"123";
	hex("b", VIA(__wmemset_chk)(b, L'x', 2, 4), 16);
	ABORTS("overflow", VIA(__wmemset_chk)(b, 0, 5, 4));
	return 0;
}
