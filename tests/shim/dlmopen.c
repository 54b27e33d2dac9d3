#include "shimtest.h"
#include <dlfcn.h>

int main(void)
{
	printf("%d\n", VIA(dlmopen)(LM_ID_BASE, NULL, RTLD_NOW) != NULL);
	printf("%d ", VIA(dlmopen)(12345, "libm.so.6", RTLD_NOW) == NULL);
	printf("%d\n", dlerror() != NULL);
	return 0;
}
