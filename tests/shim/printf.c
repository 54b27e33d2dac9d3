/* Spellings of glibc's that musl's printf refuses: L and q for integers, q for long double, Z for sizes, the flag I. */
#include "shimtest.h"
#include <limits.h>
#include <unistd.h>

static const char *const formats[] = {"%Lu|%Ld\n", "%qu|%qd\n", "%Lx|%#LX\n", "%Zu|%Zd\n", "%10Lu|%-10Lu|\n", "%2$lu %1$Zd\n", "%Lo%%|%08qx\n",
	"%lu|%jd\n", "%Iu|%Id\n", "plain %% L q Z I\n", "%", "%L", "L%%Lu\n", ""};

static void all(const char *format, ...)
{
	char b[80], *made = 0;
	va_list ap;

	va_start(ap, format);
	printf(" v %d\n", VIA(vprintf)(format, ap));
	va_end(ap);
	va_start(ap, format);
	printf(" vf %d\n", VIA(vfprintf)(stdout, format, ap));
	va_end(ap);
	va_start(ap, format);
	printf(" vsn %d %s\n", VIA(vsnprintf)(b, 8, format, ap), b);
	va_end(ap);
	va_start(ap, format);
	printf(" vs %d %s\n", VIA(vsprintf)(b, format, ap), b);
	va_end(ap);
	va_start(ap, format);
	int n = VIA(vasprintf)(&made, format, ap);
	printf(" vas %d %s\n", n, made);
	va_end(ap);
	free(made);
	fflush(stdout);
	va_start(ap, format);
	printf(" vd %d\n", VIA(vdprintf)(1, format, ap));
	va_end(ap);
}

int main(void)
{
	unsigned long long n = 0xfedcba9876543210;
	char b[80], *made = 0;

	for (unsigned i = 0; i < sizeof formats / sizeof *formats; i++) {
		const char *f = formats[i];
		if (strcmp(f, "%") && strcmp(f, "%L"))
			all(f, n, -n);
		else
			printf("%d\n", VIA(snprintf)(b, sizeof b, f));
	}
	printf("%d\n", VIA(printf)("%Lu %Ld\n", n, -1LL));
	printf("%d\n", VIA(fprintf)(stdout, "%s %Zu\n", "x", sizeof b));
	printf("%d %s\n", VIA(sprintf)(b, "%qu.", n), b);
	printf("%d %s\n", VIA(snprintf)(b, sizeof b, "%Lf %qf %qe %c", 1.5L, 2.5L, 3.5L, 'q'), b);
	printf("%d %s\n", VIA(snprintf)(b, (size_t)INT_MAX + 10, "%d %Ln", 42, (long long *)&n), b);
	printf("%lld\n", (long long)n);
	int length = VIA(asprintf)(&made, "%-5Ld|%s", 7LL, "\xc3\xa9");
	printf("%d %s\n", length, made);
	free(made);
	fflush(stdout);
	printf("%d\n", VIA(dprintf)(1, "%Lx\n", n));
	return 0;
}
