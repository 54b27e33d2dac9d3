#include "shimtest.h"
#include <aliases.h>

int main(void)
{
	if (access("/etc/aliases", F_OK) == 0) return 0;
	VIA(setaliasent)();
	printf("%d\n", VIA(getaliasent)() == NULL);
	printf("%d\n", VIA(getaliasbyname)("no-such-alias") == NULL);
	VIA(endaliasent)();
	return 0;
}
