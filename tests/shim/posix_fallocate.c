#define _GNU_SOURCE
#include "shimtest.h"
#include <fcntl.h>
#include <sys/stat.h>
static void show(int fd, off_t at, off_t n)
{
	struct stat st;
	int r = VIA(posix_fallocate)(fd, at, n);
	memset(&st, 0, sizeof st);
	fstat(fd, &st);
	printf("%lld %lld: %d size %lld\n", (long long)at, (long long)n, r, S_ISREG(st.st_mode) ? (long long)st.st_size : -1);
}
int main(void)
{
	char name[] = "fallocateXXXXXX";
	int fds[2], fd = mkstemp(name);
	unlink(name);
	if (write(fd, "hello", 5) != 5) return 1;
	show(fd, 0, 10000);
	show(fd, 20000, 1);
	show(fd, 0, 0);
	show(fd, -1, 5);
	show(fd, 3, -5);
	show(-1, 0, 5);
	char text[6] = "";
	pread(fd, text, 5, 0);
	puts(text);
	if (pipe(fds)) return 1;
	show(fds[1], 0, 5);
	/* a file system that cannot: the emulation */
	fd = open("/proc/self/comm", O_RDWR);
	show(fd, 0, 3);
	printf("%d\n", VIA(posix_fallocate64)(fd, 0, -1));
}
