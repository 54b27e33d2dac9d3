#include "shimtest.h"
#include <dlfcn.h>

int main(void)
{
	printf("%d\n", VIA(dlvsym)(RTLD_DEFAULT, "strlen", "GLIBC_2.2.5") != NULL);
	printf("%d\n", VIA(dlvsym)(RTLD_DEFAULT, "no_such_function", "GLIBC_2.2.5") == NULL);
	return 0;
}
