#include "shimtest.h"

extern unsigned stdc_leading_zeros_uc(unsigned char), stdc_leading_ones_uc(unsigned char), stdc_trailing_zeros_uc(unsigned char), stdc_trailing_ones_uc(unsigned char), stdc_first_leading_zero_uc(unsigned char), stdc_first_leading_one_uc(unsigned char), stdc_first_trailing_zero_uc(unsigned char), stdc_first_trailing_one_uc(unsigned char), stdc_count_ones_uc(unsigned char), stdc_count_zeros_uc(unsigned char), stdc_bit_width_uc(unsigned char);
extern _Bool stdc_has_single_bit_uc(unsigned char);
extern unsigned char stdc_bit_floor_uc(unsigned char), stdc_bit_ceil_uc(unsigned char);
extern unsigned stdc_leading_zeros_us(unsigned short), stdc_leading_ones_us(unsigned short), stdc_trailing_zeros_us(unsigned short), stdc_trailing_ones_us(unsigned short), stdc_first_leading_zero_us(unsigned short), stdc_first_leading_one_us(unsigned short), stdc_first_trailing_zero_us(unsigned short), stdc_first_trailing_one_us(unsigned short), stdc_count_ones_us(unsigned short), stdc_count_zeros_us(unsigned short), stdc_bit_width_us(unsigned short);
extern _Bool stdc_has_single_bit_us(unsigned short);
extern unsigned short stdc_bit_floor_us(unsigned short), stdc_bit_ceil_us(unsigned short);
extern unsigned stdc_leading_zeros_ui(unsigned), stdc_leading_ones_ui(unsigned), stdc_trailing_zeros_ui(unsigned), stdc_trailing_ones_ui(unsigned), stdc_first_leading_zero_ui(unsigned), stdc_first_leading_one_ui(unsigned), stdc_first_trailing_zero_ui(unsigned), stdc_first_trailing_one_ui(unsigned), stdc_count_ones_ui(unsigned), stdc_count_zeros_ui(unsigned), stdc_bit_width_ui(unsigned);
extern _Bool stdc_has_single_bit_ui(unsigned);
extern unsigned stdc_bit_floor_ui(unsigned), stdc_bit_ceil_ui(unsigned);
extern unsigned stdc_leading_zeros_ul(unsigned long), stdc_leading_ones_ul(unsigned long), stdc_trailing_zeros_ul(unsigned long), stdc_trailing_ones_ul(unsigned long), stdc_first_leading_zero_ul(unsigned long), stdc_first_leading_one_ul(unsigned long), stdc_first_trailing_zero_ul(unsigned long), stdc_first_trailing_one_ul(unsigned long), stdc_count_ones_ul(unsigned long), stdc_count_zeros_ul(unsigned long), stdc_bit_width_ul(unsigned long);
extern _Bool stdc_has_single_bit_ul(unsigned long);
extern unsigned long stdc_bit_floor_ul(unsigned long), stdc_bit_ceil_ul(unsigned long);
extern unsigned stdc_leading_zeros_ull(unsigned long long), stdc_leading_ones_ull(unsigned long long), stdc_trailing_zeros_ull(unsigned long long), stdc_trailing_ones_ull(unsigned long long), stdc_first_leading_zero_ull(unsigned long long), stdc_first_leading_one_ull(unsigned long long), stdc_first_trailing_zero_ull(unsigned long long), stdc_first_trailing_one_ull(unsigned long long), stdc_count_ones_ull(unsigned long long), stdc_count_zeros_ull(unsigned long long), stdc_bit_width_ull(unsigned long long);
extern _Bool stdc_has_single_bit_ull(unsigned long long);
extern unsigned long long stdc_bit_floor_ull(unsigned long long), stdc_bit_ceil_ull(unsigned long long);

#define TRY(s, type) \
	for (int i = 0; i < 12; i++) { \
		type x = (type)v[i]; \
		printf(" %llu", (unsigned long long)VIA(stdc_leading_zeros_##s)(x)); \
		printf(" %llu", (unsigned long long)VIA(stdc_leading_ones_##s)(x)); \
		printf(" %llu", (unsigned long long)VIA(stdc_trailing_zeros_##s)(x)); \
		printf(" %llu", (unsigned long long)VIA(stdc_trailing_ones_##s)(x)); \
		printf(" %llu", (unsigned long long)VIA(stdc_first_leading_zero_##s)(x)); \
		printf(" %llu", (unsigned long long)VIA(stdc_first_leading_one_##s)(x)); \
		printf(" %llu", (unsigned long long)VIA(stdc_first_trailing_zero_##s)(x)); \
		printf(" %llu", (unsigned long long)VIA(stdc_first_trailing_one_##s)(x)); \
		printf(" %llu", (unsigned long long)VIA(stdc_count_ones_##s)(x)); \
		printf(" %llu", (unsigned long long)VIA(stdc_count_zeros_##s)(x)); \
		printf(" %llu", (unsigned long long)VIA(stdc_has_single_bit_##s)(x)); \
		printf(" %llu", (unsigned long long)VIA(stdc_bit_width_##s)(x)); \
		printf(" %llu", (unsigned long long)VIA(stdc_bit_floor_##s)(x)); \
		printf(" %llu", (unsigned long long)VIA(stdc_bit_ceil_##s)(x)); \
		putchar('\n'); \
	}

int main(void)
{
	static const unsigned long long v[] = {0, 1, 2, 3, 5, 127, 128, 200, 255, 0x7fff, 0xffffffff, 0xfffffffffffffffe};
	TRY(uc, unsigned char)
	TRY(us, unsigned short)
	TRY(ui, unsigned)
	TRY(ul, unsigned long)
	TRY(ull, unsigned long long)
	return 0;
}
