#include "shimtest.h"
#include <locale.h>
#include <wchar.h>

extern long __wcstol_l(const wchar_t *, wchar_t **, int, locale_t);
extern unsigned long __wcstoul_l(const wchar_t *, wchar_t **, int, locale_t);
extern long long __wcstoll_l(const wchar_t *, wchar_t **, int, locale_t);
extern unsigned long long __wcstoull_l(const wchar_t *, wchar_t **, int, locale_t);

int main(void)
{
	locale_t c = newlocale(LC_ALL_MASK, "C", NULL);
	wchar_t *end;
	printf("%ld ", VIA(wcstol_l)(L"-12x", &end, 10, c));
	printf("%c %ld\n", (int)*end, VIA(__wcstol_l)(L"0x1f", NULL, 0, c));
	printf("%lu %lu\n", VIA(wcstoul_l)(L"077", NULL, 0, c), VIA(__wcstoul_l)(L"-1", NULL, 10, c));
	printf("%lld %lld\n", VIA(wcstoll_l)(L"zz", NULL, 36, c), VIA(__wcstoll_l)(L"-9000000000", NULL, 10, c));
	printf("%llu %llu\n", VIA(wcstoull_l)(L"99", NULL, 10, c), VIA(__wcstoull_l)(L"1", NULL, 2, c));
	return 0;
}
