#include "shimtest.h"
#include <locale.h>
#include <wchar.h>

extern double __wcstod_l(const wchar_t *, wchar_t **, locale_t), __wcstod_internal(const wchar_t *, wchar_t **, int);
extern float __wcstof_l(const wchar_t *, wchar_t **, locale_t), __wcstof_internal(const wchar_t *, wchar_t **, int);
extern long double __wcstold_l(const wchar_t *, wchar_t **, locale_t), __wcstold_internal(const wchar_t *, wchar_t **, int);
extern long __wcstol_internal(const wchar_t *, wchar_t **, int, int);
extern unsigned long __wcstoul_internal(const wchar_t *, wchar_t **, int, int);
extern long long __wcstoll_internal(const wchar_t *, wchar_t **, int, int);
extern unsigned long long __wcstoull_internal(const wchar_t *, wchar_t **, int, int);

int main(void)
{
	locale_t c = newlocale(LC_ALL_MASK, "C", NULL);
	wchar_t *end;
	double d = VIA(wcstod_l)(L"1.5e3x", &end, c);
	printf("%g %ls %g %Lg\n", d, end, (double)VIA(wcstof_l)(L"0x1p-3", NULL, c), VIA(wcstold_l)(L"inf", NULL, c));
	printf("%g %g %Lg\n", VIA(__wcstod_l)(L"-2", NULL, c), (double)VIA(__wcstof_l)(L".5", NULL, c), VIA(__wcstold_l)(L"7", NULL, c));
	printf("%g %g %Lg\n", VIA(__wcstod_internal)(L"-2", NULL, 0), (double)VIA(__wcstof_internal)(L".5", NULL, 0), VIA(__wcstold_internal)(L"7", NULL, 0));
	printf("%ld %lu %lld %llu\n", VIA(__wcstol_internal)(L"-7", NULL, 10, 0), VIA(__wcstoul_internal)(L"ff", NULL, 16, 0),
		VIA(__wcstoll_internal)(L"-9", NULL, 0, 0), VIA(__wcstoull_internal)(L"010", NULL, 0, 0));
	printf("%g %g %g %Lg\n", (double)VIA(wcstof32)(L"1.25", NULL), (double)VIA(wcstof64)(L"2.25", NULL), (double)VIA(wcstof32x)(L"3.25", NULL), (long double)VIA(wcstof64x)(L"4.25", NULL));
	printf("%g %g %g %Lg\n", (double)VIA(wcstof32_l)(L"1.5", NULL, c), (double)VIA(wcstof64_l)(L"2.5", NULL, c), (double)VIA(wcstof32x_l)(L"3.5", NULL, c), (long double)VIA(wcstof64x_l)(L"4.5", NULL, c));
	return 0;
}
