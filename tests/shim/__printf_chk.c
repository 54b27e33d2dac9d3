#include "shimtest.h"

extern int __printf_chk(int, const char *, ...), __fprintf_chk(FILE *, int, const char *, ...);
extern int __vprintf_chk(int, const char *, va_list), __vfprintf_chk(FILE *, int, const char *, va_list);

static void through(int which, const char *format, ...)
{
	va_list ap;
	va_start(ap, format);
	printf("%d\n", which ? VIA(__vprintf_chk)(1, format, ap) : VIA(__vfprintf_chk)(stdout, 1, format, ap));
	va_end(ap);
}

int main(void)
{
	int n = 0;
	char format[] = "abc%n\n";
	printf("%d\n", VIA(__printf_chk)(1, "%s-%05d-%.2f-%lld-%c\n", "x", 42, 1.5, 1LL << 40, 'z'));
	printf("%d\n", VIA(__fprintf_chk)(stdout, 1, "%2$s %1$d%%n\n", 3, "y"));
	through(1, "%x\n", 255);
	through(1, "%Lu %qd %Zu\n", 1ULL << 63, -5LL, sizeof n);
	through(0, "%o\n", 8);
	VIA(__printf_chk)(1, "abc%n\n", &n);
	printf("%d\n", n);
	ABORTS("%n in writable memory", VIA(__printf_chk)(1, format, &n));
	ABORTS("%n in writable memory, unchecked", VIA(__printf_chk)(0, format, &n));
	return 0;
}
