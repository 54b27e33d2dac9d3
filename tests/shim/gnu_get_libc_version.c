#include "shimtest.h"
#include <gnu/libc-version.h>

int main(void)
{
	printf("%s %s\n", VIA(gnu_get_libc_version)(), VIA(gnu_get_libc_release)());
	return 0;
}
