#include <ctype.h>
#include <locale.h>
#include <stdio.h>
int main(void)
{
	for (int round = 0; round < 2; round++) {
		setlocale(LC_ALL, round ? "C.UTF-8" : "C");
		for (int c = -128; c < 256; c++)
			printf("%d %x %d %d\n", c, (*__ctype_b_loc())[c], (*__ctype_tolower_loc())[c], (*__ctype_toupper_loc())[c]);
	}
}
