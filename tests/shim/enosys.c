#include "shimtest.h"

extern int chflags(const char *, unsigned long), revoke(const char *), nfsservctl(int, void *, void *), uselib(const char *), setlogin(const char *);

int main(void)
{
	errno = 0;
	printf("%d ", VIA(chflags)("/", 0));
	printf("%d\n", errno);
	errno = 0;
	printf("%d ", VIA(revoke)("/dev/null"));
	printf("%d\n", errno);
	errno = 0;
	printf("%d ", VIA(uselib)("x"));
	printf("%d\n", errno);
	errno = 0;
	printf("%d ", VIA(setlogin)("x"));
	printf("%d\n", errno);
	return 0;
}
