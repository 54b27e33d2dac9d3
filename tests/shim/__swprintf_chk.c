#include "shimtest.h"
#include <wchar.h>

extern int __swprintf_chk(wchar_t *, size_t, int, size_t, const wchar_t *, ...);
extern int __vswprintf_chk(wchar_t *, size_t, int, size_t, const wchar_t *, va_list);

static int through(wchar_t *b, size_t n, const wchar_t *format, ...)
{
	va_list ap;
	va_start(ap, format);
	int len = VIA(__vswprintf_chk)(b, n, 1, n, format, ap);
	va_end(ap);
	return len;
}

int main(void)
{
	wchar_t b[8] = L"";
	printf("%d %ls\n", VIA(__swprintf_chk)(b, 8, 1, 8, L"%d-%ls", 42, L"abc"), b);
	printf("%d\n", VIA(__swprintf_chk)(b, 8, 1, 8, L"%ls", L"12345678") < 0);
	printf("%d %ls\n", through(b, 8, L"%x", 255), b);
	ABORTS("overflow", VIA(__swprintf_chk)(b, 9, 1, 8, L"a"));
	return 0;
}
