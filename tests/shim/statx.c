#include "shimtest.h"
#include <fcntl.h>
#include <sys/stat.h>

int main(void)
{
	struct statx s;
	printf("%d\n", VIA(statx)(AT_FDCWD, "/", 0, STATX_BASIC_STATS, &s));
	printf("%d\n", S_ISDIR(s.stx_mode));
	errno = 0;
	printf("%d ", VIA(statx)(AT_FDCWD, "/nonexistent", 0, STATX_BASIC_STATS, &s));
	printf("%d\n", errno);
	return 0;
}
