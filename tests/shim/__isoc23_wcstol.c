#include "shimtest.h"
#include <locale.h>
#include <wchar.h>

extern long __isoc23_wcstol(const wchar_t *, wchar_t **, int);
extern unsigned long __isoc23_wcstoul(const wchar_t *, wchar_t **, int);
extern long long __isoc23_wcstoll(const wchar_t *, wchar_t **, int);
extern unsigned long long __isoc23_wcstoull(const wchar_t *, wchar_t **, int);
extern intmax_t __isoc23_wcstoimax(const wchar_t *, wchar_t **, int);
extern uintmax_t __isoc23_wcstoumax(const wchar_t *, wchar_t **, int);
extern long __isoc23_wcstol_l(const wchar_t *, wchar_t **, int, locale_t);
extern unsigned long __isoc23_wcstoul_l(const wchar_t *, wchar_t **, int, locale_t);
extern long long __isoc23_wcstoll_l(const wchar_t *, wchar_t **, int, locale_t);
extern unsigned long long __isoc23_wcstoull_l(const wchar_t *, wchar_t **, int, locale_t);

int main(void)
{
	static const wchar_t *const inputs[] = {L"0b101", L" -0B11x", L"0b", L"0b2", L"0x1f", L"-017", L"42", L""};
	static const int bases[] = {0, 2, 10, 16};
	locale_t c = newlocale(LC_ALL_MASK, "C", NULL);
	for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++)
		for (size_t b = 0; b < sizeof bases / sizeof *bases; b++) {
			wchar_t *end = NULL;
			const wchar_t *s = inputs[i];
			long v = VIA(__isoc23_wcstol)(s, &end, bases[b]);
			printf("%ls %d: %ld %d %lu\n", s, bases[b], v, (int)(end - s), VIA(__isoc23_wcstoul)(s, NULL, bases[b]));
		}
	const wchar_t *s = L"-0b110";
	printf("%lld %llu\n", VIA(__isoc23_wcstoll)(s, NULL, 0), VIA(__isoc23_wcstoull)(s, NULL, 2));
	printf("%jd %ju\n", VIA(__isoc23_wcstoimax)(s, NULL, 0), VIA(__isoc23_wcstoumax)(s, NULL, 2));
	printf("%ld %lu\n", VIA(__isoc23_wcstol_l)(s, NULL, 0, c), VIA(__isoc23_wcstoul_l)(s, NULL, 2, c));
	printf("%lld %llu\n", VIA(__isoc23_wcstoll_l)(s, NULL, 0, c), VIA(__isoc23_wcstoull_l)(s, NULL, 2, c));
	return 0;
}
