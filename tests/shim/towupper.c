/* recipes: towupper */
#define _GNU_SOURCE
#include <locale.h>
#include <stdio.h>
#include <wctype.h>
int main(void)
{
	static const unsigned ranges[][2] = {
		{0, 0x600}, {0x10a0, 0x1100}, {0x1e00, 0x2000}, {0x2160, 0x2190}, {0x24a0, 0x24f0}, {0x2c00, 0x2cf0},
		{0xa640, 0xa6a0}, {0xa720, 0xa7ca}, {0xa7d0, 0xa7d1}, {0xa7d6, 0xa7d9}, {0xa7f5, 0xa7f7}, {0xff20, 0xff60},
		{0x10400, 0x10450}, {0x10570, 0x105bd},
	};
	printf("%x %x\n", towupper(0xe4), towlower(0xc4));
	if (!setlocale(LC_ALL, "C.UTF-8"))
		return 1;
	locale_t l = newlocale(LC_ALL_MASK, "C.UTF-8", 0);
	for (unsigned i = 0; i < sizeof ranges / sizeof *ranges; i++)
		for (unsigned c = ranges[i][0]; c < ranges[i][1]; c++)
			if (towupper(c) != c || towlower(c) != c)
				printf("%x %x %x %x %x\n", c, towupper(c), towlower(c), towupper_l(c, l), towlower_l(c, l));
}
