#include "shimtest.h"

extern unsigned gnu_dev_major(unsigned long long), gnu_dev_minor(unsigned long long);
extern unsigned long long gnu_dev_makedev(unsigned, unsigned);

int main(void)
{
	static const unsigned v[] = {0, 1, 255, 256, 4095, 4096, 0xfffff, 0xffffffff};
	for (int i = 0; i < 8; i++)
		for (int j = 0; j < 8; j++) {
			unsigned long long d = VIA(gnu_dev_makedev)(v[i], v[j]);
			printf("%llx %x %x\n", d, VIA(gnu_dev_major)(d), VIA(gnu_dev_minor)(d));
		}
	return 0;
}
