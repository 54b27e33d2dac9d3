#include "shimtest.h"

extern int __asprintf(char **, const char *, ...), __vsnprintf(char *, size_t, const char *, va_list), __vsscanf(const char *, const char *, va_list);
extern int __vfscanf(FILE *, const char *, va_list);

static int through(int which, void *p, ...)
{
	va_list ap;
	va_start(ap, p);
	int n = which == 0 ? VIA(__vsnprintf)(p, 8, "%d-%s", ap) : which == 1 ? VIA(__vsscanf)(p, "%d", ap) : VIA(__vfscanf)(p, "%d", ap);
	va_end(ap);
	return n;
}

int main(void)
{
	char *s = NULL, b[8], name[64] = "";
	int v = 0;
	printf("%d ", VIA(__asprintf)(&s, "%s", "abc"));
	puts(s);
	printf("%d ", through(0, b, 5, "xyz"));
	puts(b);
	printf("%d ", through(1, "42", &v));
	printf("%d\n", v);
	FILE *f = tmpfile();
	fputs("17", f), rewind(f);
	printf("%d ", through(2, f, &v));
	printf("%d\n", v);
	printf("%d %d\n", VIA(tmpnam_r)(NULL) == NULL, VIA(tmpnam_r)(name) == name && !strncmp(name, "/tmp/", 5));
	fflush(stdout);
	VIA(fcloseall)();
	return 0;
}
