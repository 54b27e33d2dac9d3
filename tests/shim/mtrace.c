#include "shimtest.h"
#include <mcheck.h>

int main(void)
{
	VIA(mtrace)();
	VIA(muntrace)();
	printf("%d\n", VIA(mcheck)(NULL));
	printf("%d\n", VIA(mcheck_pedantic)(NULL));
	VIA(mcheck_check_all)();
	printf("%d\n", VIA(mprobe)(malloc(4)));
	return 0;
}
