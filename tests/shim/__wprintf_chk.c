#include "shimtest.h"
#include <wchar.h>

extern int __wprintf_chk(int, const wchar_t *, ...), __fwprintf_chk(FILE *, int, const wchar_t *, ...);
extern int __vwprintf_chk(int, const wchar_t *, va_list), __vfwprintf_chk(FILE *, int, const wchar_t *, va_list);

static int through(int which, const wchar_t *format, ...)
{
	va_list ap;
	va_start(ap, format);
	int n = which ? VIA(__vwprintf_chk)(1, format, ap) : VIA(__vfwprintf_chk)(stdout, 1, format, ap);
	va_end(ap);
	return n;
}

int main(void)
{
	int a = VIA(__wprintf_chk)(1, L"%ls %d\n", L"abc", 5), b = VIA(__fwprintf_chk)(stdout, 1, L"%s\n", "narrow");
	int c = through(1, L"%x\n", 255), d = through(0, L"%.2f\n", 2.5);
	VIA(__wprintf_chk)(1, L"%d %d %d %d\n", a, b, c, d);
	return 0;
}
