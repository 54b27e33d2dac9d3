/* Only the bits of ASCII: beyond it the old tables follow the locale. */
#include "shimtest.h"
extern const unsigned *__ctype32_b;
extern const int *__ctype32_tolower, *__ctype32_toupper;
int main(void)
{
	for (int c = 0; c < 128; c++)
		printf("%d %x %d %d\n", c, __ctype32_b[c], __ctype32_tolower[c], __ctype32_toupper[c]);
}
