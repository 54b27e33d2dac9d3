#include "shimtest.h"
#include <inttypes.h>
#include <wchar.h>

#define SHOW(name, format, s, base) \
	do { \
		char *end = (char *)"unset"; \
		errno = 0; \
		__typeof__(name(s, &end, base)) v = VIA(name)(s, &end, base); \
		int error = errno; \
		printf("%s \"%s\" %d: " format " \"%s\" %d\n", #name, s, base, v, end, error); \
	} while (0)
#define WIDE(name, format, s, base) \
	do { \
		wchar_t *end = (wchar_t *)L"unset"; \
		errno = 0; \
		__typeof__(name(s, &end, base)) v = VIA(name)(s, &end, base); \
		int error = errno; \
		printf("%s %d: " format " \"%ls\" %d\n", #name, base, v, end, error); \
	} while (0)

int main(void)
{
	static const char *const texts[] = {"", " ", "abc", "-", "+x", "0x", "0xg", "12abc", "-12", "077", "0x7f", "99999999999999999999",
		"-99999999999999999999", "9223372036854775807", "9223372036854775808", " \t42 ", "--1", "zz"};
	static const int bases[] = {0, 10, 16, 36, 1, 37, -1};
	for (unsigned i = 0; i < sizeof texts / sizeof *texts; i++)
		for (unsigned b = 0; b < sizeof bases / sizeof *bases; b++) {
			SHOW(strtol, "%ld", texts[i], bases[b]);
			SHOW(strtoul, "%lu", texts[i], bases[b]);
			SHOW(strtoll, "%lld", texts[i], bases[b]);
			SHOW(strtoull, "%llu", texts[i], bases[b]);
			SHOW(strtoimax, "%jd", texts[i], bases[b]);
			SHOW(strtoumax, "%ju", texts[i], bases[b]);
		}
	static const wchar_t *const wide[] = {L"", L"abc", L"12abc", L"0x", L"99999999999999999999", L"-5"};
	for (unsigned i = 0; i < sizeof wide / sizeof *wide; i++)
		for (unsigned b = 0; b < sizeof bases / sizeof *bases; b++) {
			WIDE(wcstol, "%ld", wide[i], bases[b]);
			WIDE(wcstoul, "%lu", wide[i], bases[b]);
			WIDE(wcstoll, "%lld", wide[i], bases[b]);
			WIDE(wcstoull, "%llu", wide[i], bases[b]);
			WIDE(wcstoimax, "%jd", wide[i], bases[b]);
			WIDE(wcstoumax, "%ju", wide[i], bases[b]);
		}
	errno = EBADF;
	strtol("none", 0, 10);
	printf("%d\n", errno);
}
