#include "shimtest.h"
#include <locale.h>

extern long __strtol_l(const char *, char **, int, locale_t);
extern unsigned long __strtoul_l(const char *, char **, int, locale_t);
extern long long __strtoll_l(const char *, char **, int, locale_t);
extern unsigned long long __strtoull_l(const char *, char **, int, locale_t);

int main(void)
{
	locale_t c = newlocale(LC_ALL_MASK, "C", NULL);
	char *end;
	printf("%ld %ld\n", VIA(strtol_l)("-12x", &end, 10, c), VIA(__strtol_l)("0x1f", NULL, 0, c));
	printf("%s\n", VIA(strtol_l)("-12x", &end, 10, c) ? end : "");
	printf("%lu %lu\n", VIA(strtoul_l)("077", NULL, 0, c), VIA(__strtoul_l)("-1", NULL, 10, c));
	printf("%lld %lld\n", VIA(strtoll_l)("zz", NULL, 36, c), VIA(__strtoll_l)("9223372036854775807", NULL, 10, c));
	errno = 0;
	printf("%llu ", VIA(strtoull_l)("99999999999999999999", NULL, 10, c));
	printf("%d %llu\n", errno, VIA(__strtoull_l)("1", NULL, 2, c));
	return 0;
}
