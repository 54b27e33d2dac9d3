#include "shimtest.h"

int main(void)
{
	if (!getuid() && (setgid(65534) || setuid(65534))) return 1;
	errno = 0;
	printf("%d ", VIA(sethostid)(5));
	printf("%d\n", errno);
	return 0;
}
