#include "shimtest.h"
int main(void)
{
	printf("%lx\n", VIA(gethostid)());
}
