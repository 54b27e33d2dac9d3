#include "shimtest.h"
#include <wchar.h>

extern size_t wcslcpy(wchar_t *, const wchar_t *, size_t), wcslcat(wchar_t *, const wchar_t *, size_t);

int main(void)
{
	wchar_t b[6] = L"xxxxx";
	printf("%zu\n", VIA(wcslcpy)(b, L"abc", 6));
	hex("b", b, sizeof b);
	printf("%zu\n", VIA(wcslcat)(b, L"defg", 6));
	hex("b", b, sizeof b);
	printf("%zu %zu\n", VIA(wcslcpy)(b, L"abc", 0), VIA(wcslcat)(b, L"abc", 2));
	printf("%zu\n", VIA(wcslcpy)(b, L"abc", 2));
	hex("b", b, sizeof b);
	return 0;
}
