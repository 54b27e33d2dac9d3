#include "shimtest.h"
#include <wchar.h>

int main(void)
{
	wchar_t b[8] = L"";
	const wchar_t *s = L"hello";
	printf("%d %d\n", (int)(VIA(wcschrnul)(s, L'l') - s), (int)(VIA(wcschrnul)(s, L'z') - s));
	printf("%d %ls\n", (int)(VIA(wmempcpy)(b, L"ab", 3) - b), b);
	return 0;
}
