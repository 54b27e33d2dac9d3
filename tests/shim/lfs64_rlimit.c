#define _LARGEFILE64_SOURCE
#include "shimtest.h"
#include <sys/resource.h>

int main(void)
{
	struct rlimit64 r, s;
	printf("%d\n", VIA(getrlimit64)(RLIMIT_NOFILE, &r));
	printf("%d\n", VIA(setrlimit64)(RLIMIT_NOFILE, &r));
	printf("%d\n", VIA(prlimit64)(0, RLIMIT_NOFILE, NULL, &s));
	printf("%d\n", r.rlim_cur == s.rlim_cur);
	return 0;
}
