#include "shimtest.h"
#include <wchar.h>

extern size_t __mbstowcs_chk(wchar_t *d, const char *s, size_t n, size_t room);

int main(void)
{
	wchar_t b[8] = L"";
	printf("%zu %d\n", VIA(__mbstowcs_chk)(b, "abc", 8, 8), (int)b[2]);
	ABORTS("overflow", VIA(__mbstowcs_chk)(b, "abc", 9, 8));
	return 0;
}
