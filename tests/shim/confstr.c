#include "shimtest.h"
#include <gnu/libc-version.h>
int main(void)
{
	char text[100], wanted[100];
	for (int name = 2; name < 4; name++) {
		size_t n = VIA(confstr)(name, text, sizeof text);
		snprintf(wanted, sizeof wanted, "%s %s", name == 2 ? "glibc" : "NPTL", gnu_get_libc_version());
		printf("%d %d\n", n == strlen(wanted) + 1, !strcmp(text, wanted));
		n = VIA(confstr)(name, text, 4);
		printf("%d %.3s\n", n == strlen(wanted) + 1, text);
		printf("%d\n", VIA(confstr)(name, 0, 0) == n);
	}
	printf("%zu %s\n", VIA(confstr)(_CS_PATH, text, sizeof text), text);
	errno = 0;
	printf("%zu", VIA(confstr)(99999, text, sizeof text));
	printf(" %d\n", errno);
}
