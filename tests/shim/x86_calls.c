#include "shimtest.h"

extern int __arch_prctl(int, unsigned long);

int main(void)
{
	unsigned long base = 0;
	printf("%d ", VIA(__arch_prctl)(0x1003, (unsigned long)&base));
	printf("%d\n", base != 0);
	return 0;
}
