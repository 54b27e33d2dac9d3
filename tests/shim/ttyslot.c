#include "shimtest.h"

extern int ttyslot(void);

int main(void)
{
	printf("%d\n", VIA(ttyslot)() <= 0);
	return 0;
}
