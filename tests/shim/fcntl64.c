#include "shimtest.h"
#include <fcntl.h>

extern int fcntl64(int, int, ...), __fcntl(int, int, ...);

int main(void)
{
	int p[2];
	if (pipe(p)) return 1;
	printf("%d\n", VIA(fcntl64)(p[0], F_SETFD, FD_CLOEXEC));
	printf("%d\n", VIA(__fcntl)(p[0], F_GETFD));
	int copy = VIA(fcntl64)(p[0], F_DUPFD, 100);
	printf("%d\n", copy);
	struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
	FILE *f = tmpfile();
	printf("%d\n", VIA(fcntl64)(fileno(f), F_SETLK, &lock));
	errno = 0;
	printf("%d %d\n", VIA(__fcntl)(-1, F_GETFD), errno);
	return 0;
}
