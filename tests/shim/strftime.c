/* recipes: strftime __strftime_l */
#define _GNU_SOURCE
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
extern size_t __strftime_l(char *, size_t, const char *, const struct tm *, locale_t);
int main(void)
{
	static const time_t times[] = {0, 1234567890, 951782399, 951782400, 4102444799, -86400 * 365, 253402300799, 1700000000};
	static const char conversions[] = "aAbBcCdDeFgGhHIjklmMnpPrRsStTuUVwWxXyYzZ%!";
	static const char *const flags[] = {"", "-", "_", "0", "^", "#", "5", "-5", "_5", "05", "012", "^12", "#12", "E", "O", "_^9", "10", "1"};
	char out[300], format[40];
	locale_t c = newlocale(LC_ALL_MASK, "C", 0);
	for (int z = 0; z < 3; z++) {
		setenv("TZ", z == 0 ? "UTC0" : z == 1 ? "EST5EDT,M3.2.0,M11.1.0" : "XST-5:30", 1);
		tzset();
		for (int i = 0; i < 8; i++) {
			struct tm tm = *localtime(&times[i]);
			for (const char *f = conversions; *f; f++) {
				for (int k = 0; k < 18; k++) {
					if (strchr("EO", *flags[k] ? *flags[k] : '?') && !strchr("cCdeHImMSuUVwWxXyY", *f))
						continue;
					if (*f == 's' && times[i] < 0)
						continue; /* glibc puts the sign after zeros */
					if (strchr("z!", *f) && strpbrk(flags[k], "123456789"))
						continue; /* glibc 2.36 pads these twice */
					snprintf(format, sizeof format, "<%%%s%c>", flags[k], *f);
					size_t n = strftime(out, sizeof out, format, &tm);
					printf("%s %zu %s\n", format, n, out);
				}
			}
			printf("%zu ", __strftime_l(out, sizeof out, "%k|%l|%P|%Y", &tm, c));
			puts(out);
		}
	}
	setenv("TZ", "XST-5:30", 1);
	tzset();
	static struct tm own; /* as a program fills it: without a name of its zone */
	for (int dst = -1; dst < 1; dst++) {
		own.tm_isdst = dst;
		printf("%zu ", strftime(out, sizeof out, "<%Z>", &own));
		puts(out);
	}
	struct tm tm = *gmtime(&times[1]);
	for (int n = 0; n < 14; n++)
		printf("%zu ", strftime(out, n, "%Y-%m-%d", &tm));
	printf("%zu\n", strftime(out, 10, "", &tm));
	printf("%zu %s\n", strftime(out, 100, "trailing %", &tm), out);
}
