#include "shimtest.h"

__asm__(".symver list, sys_errlist@GLIBC_2.12");
__asm__(".symver number, sys_nerr@GLIBC_2.12");
__asm__(".symver signals, sys_siglist@GLIBC_2.3.3");
__asm__(".symver names, sys_sigabbrev@GLIBC_2.3.3");
extern const char *const list[135], *const signals[65], *const names[65];
extern const int number;

int main(void)
{
	printf("%d\n", number);
	for (int i = 0; i < 135; i++) puts(list[i] ? list[i] : "NULL");
	for (int i = 0; i < 65; i++) printf("%s %s\n", signals[i] ? signals[i] : "NULL", names[i] ? names[i] : "NULL");
	return 0;
}
