#include "shimtest.h"

extern int modify_ldt(int, void *, unsigned long);

int main(void)
{
	errno = 0;
	printf("%d ", VIA(modify_ldt)(99, NULL, 0));
	printf("%d\n", errno);
	return 0;
}
