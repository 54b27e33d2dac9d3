#include "shimtest.h"

int main(void)
{
	printf("%d\n", VIA(gettid)() == getpid());
	return 0;
}
