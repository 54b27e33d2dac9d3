#include "shimtest.h"
#include <locale.h>
#include <time.h>
#include <wchar.h>
#include <wctype.h>

extern size_t __mbrlen(const char *, size_t, mbstate_t *), __mbrtowc(wchar_t *, const char *, size_t, mbstate_t *);
extern int __iswctype(wint_t, wctype_t), __isctype(int, int), isctype(int, int), __isascii_l(int, locale_t), __toascii_l(int, locale_t);
extern wint_t __towctrans(wint_t, wctrans_t);
extern int __wcscasecmp_l(const wchar_t *, const wchar_t *, locale_t), __wcsncasecmp_l(const wchar_t *, const wchar_t *, size_t, locale_t);
extern int _tolower(int), _toupper(int);

int main(void)
{
	locale_t c = newlocale(LC_ALL_MASK, "C", NULL);
	wchar_t w = 0;
	mbstate_t st = {0};
	printf("%zu %zu\n", VIA(__mbrlen)("abc", 3, &st), VIA(__mbrlen)("", 1, NULL));
	printf("%zu ", VIA(__mbrtowc)(&w, "x", 1, &st));
	printf("%d\n", (int)w);
	printf("%d %d\n", !!VIA(__iswctype)(L'a', wctype("alpha")), (int)VIA(__towctrans)(L'a', wctrans("toupper")));
	printf("%d %d\n", VIA(__wcscasecmp_l)(L"AbC", L"aBc", c), VIA(__wcsncasecmp_l)(L"AbX", L"aBc", 2, c));
	for (int i = 0; i < 128; i += 7) printf("%d%d ", !!VIA(__isctype)(i, 1 << 8), !!VIA(isctype)(i, 1 << 10));
	printf("\n%d %d\n", VIA(__isascii_l)(200, c), VIA(__toascii_l)(200, c));
	printf("%c %c\n", VIA(_tolower)('A'), VIA(_toupper)('z'));
	return 0;
}
