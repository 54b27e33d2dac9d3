#include "shimtest.h"
#include <pwd.h>

extern char *getwd(char *);

int main(void)
{
	char b[4096];
	if (chdir("/usr")) return 1;
	puts(VIA(getwd)(b));
	printf("%d ", VIA(getpw)(0, b));
	puts(b);
	printf("%d\n", VIA(getpw)(987654, b));
	return 0;
}
