#include "shimtest.h"

extern int __arch_prctl(int, unsigned long), modify_ldt(int, void *, unsigned long);

int main(void)
{
	unsigned long base = 0;
	printf("%d ", VIA(__arch_prctl)(0x1003, (unsigned long)&base));
	printf("%d\n", base != 0);
	errno = 0;
	printf("%d ", VIA(modify_ldt)(99, NULL, 0));
	printf("%d\n", errno);
	return 0;
}
