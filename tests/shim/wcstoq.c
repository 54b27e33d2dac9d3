#include "shimtest.h"
#include <wchar.h>

extern long long wcstoq(const wchar_t *, wchar_t **, int);
extern unsigned long long wcstouq(const wchar_t *, wchar_t **, int);

int main(void)
{
	printf("%lld %llu\n", VIA(wcstoq)(L"-9000000000", NULL, 10), VIA(wcstouq)(L"ffffffffff", NULL, 16));
	return 0;
}
