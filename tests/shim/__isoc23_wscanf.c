#include "shimtest.h"
#include <wchar.h>

extern int __isoc23_swscanf(const wchar_t *, const wchar_t *, ...), __isoc23_fwscanf(FILE *, const wchar_t *, ...);
extern int __isoc23_vswscanf(const wchar_t *, const wchar_t *, va_list);

static int through(const wchar_t *s, const wchar_t *format, ...)
{
	va_list ap;
	va_start(ap, format);
	int n = VIA(__isoc23_vswscanf)(s, format, ap);
	va_end(ap);
	return n;
}

int main(void)
{
	int a = 0, b = 0;
	printf("%d ", VIA(__isoc23_swscanf)(L"5 0x10", L"%d %i", &a, &b));
	printf("%d %d\n", a, b);
	printf("%d ", through(L"7", L"%d", &a));
	printf("%d\n", a);
	FILE *f = tmpfile();
	fputws(L"12 34", f);
	rewind(f);
	printf("%d ", VIA(__isoc23_fwscanf)(f, L"%d %d", &a, &b));
	printf("%d %d\n", a, b);
	return 0;
}
