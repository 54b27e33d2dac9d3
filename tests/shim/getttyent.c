#include "shimtest.h"
#include <ttyent.h>

int main(void)
{
	/* Linux systems have no /etc/ttys */
	if (access("/etc/ttys", F_OK) == 0) return 0;
	printf("%d\n", VIA(setttyent)());
	printf("%d %d\n", VIA(getttyent)() == NULL, VIA(getttynam)("tty1") == NULL);
	printf("%d\n", VIA(endttyent)());
	return 0;
}
