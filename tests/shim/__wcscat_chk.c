#include "shimtest.h"
#include <wchar.h>

extern wchar_t *__wcscat_chk(wchar_t *, const wchar_t *, size_t);
extern wchar_t *__wcsncat_chk(wchar_t *, const wchar_t *, size_t, size_t);

int main(void)
{
	wchar_t b[8] = L"123";
	hex("b", VIA(__wcscat_chk)(b, L"45", 8), sizeof b);
	hex("b", VIA(__wcsncat_chk)(b, L"67", 1, 8), sizeof b);
	ABORTS("overflow", VIA(__wcscat_chk)(b, L"78", 8));
	ABORTS("overflow", VIA(__wcsncat_chk)(b, L"789", 2, 8));
	ABORTS("exact", VIA(__wcsncat_chk)(b, L"7", 9, 8));
	return 0;
}
