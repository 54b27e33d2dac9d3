#include "shimtest.h"
#include <locale.h>

extern long __isoc23_strtol(const char *, char **, int), __isoc23_strtol_l(const char *, char **, int, locale_t);
extern unsigned long __isoc23_strtoul(const char *, char **, int), __isoc23_strtoul_l(const char *, char **, int, locale_t);
extern long long __isoc23_strtoll(const char *, char **, int), __isoc23_strtoll_l(const char *, char **, int, locale_t);
extern unsigned long long __isoc23_strtoull(const char *, char **, int);
extern unsigned long long __isoc23_strtoull_l(const char *, char **, int, locale_t);
extern intmax_t __isoc23_strtoimax(const char *, char **, int);
extern uintmax_t __isoc23_strtoumax(const char *, char **, int);

static const char *const inputs[] = {
	"0b101", "  -0B11x", "0b", "0b2", "+0b1", "0x1f", "-017", "42", "", "0b-1", "0b 1", "zz", "-0b0",
	"0b1000000000000000000000000000000000000000000000000000000000000000",
	"-0b1000000000000000000000000000000000000000000000000000000000000000",
	"-0b1000000000000000000000000000000000000000000000000000000000000001",
	"0b11111111111111111111111111111111111111111111111111111111111111111", "-9223372036854775809",
};

int main(void)
{
	static const int bases[] = {0, 2, 10, 16, 36, 1};
	locale_t c = newlocale(LC_ALL_MASK, "C", NULL);
	for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++)
		for (size_t b = 0; b < sizeof bases / sizeof *bases; b++) {
			char *end = NULL, *end2 = NULL;
			const char *s = inputs[i];
			errno = 0;
			long v = VIA(__isoc23_strtol)(s, &end, bases[b]);
			printf("%s %d: %ld %d %d", s, bases[b], v, end ? (int)(end - s) : -1, errno);
			errno = 0;
			unsigned long u = VIA(__isoc23_strtoul)(s, &end2, bases[b]);
			printf(" | %lu %d %d\n", u, end2 ? (int)(end2 - s) : -1, errno);
		}
	const char *s = "-0b110";
	printf("%lld %llu\n", VIA(__isoc23_strtoll)(s, NULL, 0), VIA(__isoc23_strtoull)(s, NULL, 2));
	printf("%jd %ju\n", VIA(__isoc23_strtoimax)(s, NULL, 0), VIA(__isoc23_strtoumax)(s, NULL, 2));
	printf("%ld %lu\n", VIA(__isoc23_strtol_l)(s, NULL, 0, c), VIA(__isoc23_strtoul_l)(s, NULL, 2, c));
	printf("%lld %llu\n", VIA(__isoc23_strtoll_l)(s, NULL, 0, c), VIA(__isoc23_strtoull_l)(s, NULL, 2, c));
	return 0;
}
