#include "shimtest.h"

extern int __dprintf_chk(int, int, const char *, ...), __vdprintf_chk(int, int, const char *, va_list);

static int through(const char *format, ...)
{
	va_list ap;
	va_start(ap, format);
	int n = VIA(__vdprintf_chk)(1, 1, format, ap);
	va_end(ap);
	return n;
}

int main(void)
{
	int a = VIA(__dprintf_chk)(1, 1, "%s %d\n", "abc", 5), b = through("%Zu\n", sizeof(int));
	printf("%d %d\n", a, b);
	return 0;
}
