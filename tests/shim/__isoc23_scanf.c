#include "shimtest.h"

extern int __isoc23_sscanf(const char *, const char *, ...), __isoc23_fscanf(FILE *, const char *, ...), __isoc23_scanf(const char *, ...);
extern int __isoc23_vsscanf(const char *, const char *, va_list), __isoc23_vfscanf(FILE *, const char *, va_list);
extern int __isoc23_vscanf(const char *, va_list);

static int through(int which, void *from, const char *format, ...)
{
	va_list ap;
	va_start(ap, format);
	int n = which == 0 ? VIA(__isoc23_vsscanf)(from, format, ap) : which == 1 ? VIA(__isoc23_vfscanf)(from, format, ap)
		: VIA(__isoc23_vscanf)(format, ap);
	va_end(ap);
	return n;
}

int main(void)
{
	static const char *const inputs[] = {"0b101", " -0B11z", "0x1f", "017", "42", "-5", "0", "", "x", "0b", "0b2", "+0b1,", "0x", "99999999999999999999"};
	for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++) {
		long v = -77;
		unsigned u = 77;
		int n = -1, m = -1;
		int r = VIA(__isoc23_sscanf)(inputs[i], "%li%n", &v, &n);
		int s = VIA(__isoc23_sscanf)(inputs[i], "%b%n", &u, &m);
		printf("[%s] %d %ld %d | %d %u %d\n", inputs[i], r, v, n, s, u, m);
	}
	int a = 0, b = 0, n = 0;
	char w[16] = "", set[16] = "";
	short h = 0;
	signed char hh = 0;
	double d = 0;
	printf("%d ", VIA(__isoc23_sscanf)("7 word 0b11,2.5", "%d %s %i,%lf", &a, w, &b, &d));
	printf("%d %s %d %g\n", a, w, b, d);
	printf("%d ", VIA(__isoc23_sscanf)("abc:0x10 9", "%[a-c]:%hi%*d%n", set, &h, &n));
	printf("%s %d %d\n", set, h, n);
	printf("%d ", VIA(__isoc23_sscanf)("0b1111", "%4i%hhi", &a, &hh));
	printf("%d %d\n", a, hh);
	printf("%d ", VIA(__isoc23_sscanf)("5%6", "%i%%%i", &a, &b));
	printf("%d %d\n", a, b);
	printf("%d ", VIA(__isoc23_sscanf)("5;6", "%i,%i", &a, &b));
	printf("%d\n", a);
	printf("%d\n", VIA(__isoc23_sscanf)("  ", "%i", &a));
	printf("%d ", through(0, "0b100 3", "%i %u", &a, &b));
	printf("%d %d\n", a, b);
	FILE *f = tmpfile();
	fputs("0b11 0x11 11\n0b12", f);
	rewind(f);
	printf("%d ", VIA(__isoc23_fscanf)(f, "%i%i", &a, &b));
	printf("%d %d\n", a, b);
	printf("%d ", through(1, f, "%i %i", &a, &b));
	printf("%d %d %c\n", a, b, getc(f));
	int p[2];
	if (pipe(p) || write(p[1], "0b1010 5 0b1", 12) != 12 || close(p[1]) || dup2(p[0], 0) < 0) return 1;
	printf("%d ", VIA(__isoc23_scanf)("%i %d", &a, &b));
	printf("%d %d\n", a, b);
	printf("%d ", through(2, NULL, "%i", &a));
	printf("%d\n", a);
	return 0;
}
