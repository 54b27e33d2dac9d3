#include "shimtest.h"

extern int __asprintf_chk(char **, int, const char *, ...), __vasprintf_chk(char **, int, const char *, va_list);

static int through(char **out, const char *format, ...)
{
	va_list ap;
	va_start(ap, format);
	int n = VIA(__vasprintf_chk)(out, 1, format, ap);
	va_end(ap);
	return n;
}

int main(void)
{
	char *s = NULL;
	printf("%d ", VIA(__asprintf_chk)(&s, 1, "%s %Ld", "abc", 5LL));
	puts(s);
	free(s);
	printf("%d ", through(&s, "%.3e", 1234.5));
	puts(s);
	free(s);
	return 0;
}
