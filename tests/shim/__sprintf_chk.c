#include "shimtest.h"

extern int __sprintf_chk(char *, int, size_t, const char *, ...);
extern int __snprintf_chk(char *, size_t, int, size_t, const char *, ...);
extern int __vsprintf_chk(char *, int, size_t, const char *, va_list);
extern int __vsnprintf_chk(char *, size_t, int, size_t, const char *, va_list);

static int through(int bounded, char *b, size_t room, const char *format, ...)
{
	va_list ap;
	va_start(ap, format);
	int n = bounded ? VIA(__vsnprintf_chk)(b, room, 1, room, format, ap) : VIA(__vsprintf_chk)(b, 1, room, format, ap);
	va_end(ap);
	return n;
}

int main(void)
{
	char b[8] = "";
	printf("%d ", VIA(__sprintf_chk)(b, 1, 8, "%d-%s", 42, "abcd"));
	puts(b);
	printf("%d ", VIA(__snprintf_chk)(b, 8, 1, 8, "%d-%s", 42, "abcdef"));
	puts(b);
	printf("%d ", VIA(__snprintf_chk)(b, 3, 1, 8, "%s", "abcdef"));
	puts(b);
	printf("%d ", VIA(__snprintf_chk)(b, 3u << 30, 1, 3u << 30, "%s", "abc"));
	puts(b);
	printf("%d ", through(0, b, 8, "%5.1f", 2.25));
	puts(b);
	printf("%d ", through(1, b, 8, "%x", 0xabcdefu));
	puts(b);
	printf("%d ", VIA(__sprintf_chk)(b, 1, 8, "%Ld%qx", -1LL, 255LL));
	puts(b);
	printf("%d\n", VIA(__snprintf_chk)(NULL, 0, 1, 0, "%s", "abc"));
	ABORTS("sprintf overflow", VIA(__sprintf_chk)(b, 1, 8, "%s", "12345678"));
	ABORTS("vsprintf overflow", through(0, b, 3, "%s", "abc"));
	ABORTS("snprintf size", VIA(__snprintf_chk)(b, 9, 1, 8, "a"));
	ABORTS("no room", VIA(__sprintf_chk)(b, 1, 0, "%s", ""));
	return 0;
}
