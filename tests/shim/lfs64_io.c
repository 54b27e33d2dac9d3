#define _LARGEFILE64_SOURCE
#include "shimtest.h"
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/uio.h>

int main(void)
{
	char b[16] = "", name[] = "/tmp/shimtestXXXXXX";
	struct iovec v = {b, 5};
	int fd = mkstemp(name), other = VIA(open64)(name, O_RDWR), at = VIA(openat64)(AT_FDCWD, name, O_RDONLY);
	printf("%d %d\n", other > 0, at > 0);
	printf("%d %d\n", VIA(ftruncate64)(fd, 5000), (int)VIA(lseek64)(fd, 0, SEEK_END));
	printf("%d %d\n", VIA(truncate64)(name, 100), (int)VIA(lseek64)(fd, 0, SEEK_END));
	printf("%zd\n", VIA(pwrite64)(fd, "hello", 5, 50));
	printf("%zd\n", VIA(pread64)(fd, b, 8, 50));
	printf("%s %zd %zd\n", b, VIA(preadv64)(fd, &v, 1, 51), VIA(pwritev64)(fd, &v, 1, 90));
	printf("%d %d\n", VIA(posix_fadvise64)(fd, 0, 0, POSIX_FADV_NORMAL), VIA(posix_fallocate64)(fd, 0, 200));
	errno = 0;
	printf("%d ", VIA(fallocate64)(-1, 0, 0, 1));
	printf("%d\n", errno);
	lseek(fd, 0, SEEK_SET);
	printf("%d\n", VIA(lockf64)(fd, F_TLOCK, 10));
	char *map = VIA(mmap64)(NULL, 100, PROT_READ, MAP_PRIVATE, fd, 0);
	printf("%.4s\n", map + 51);
	off_t from = 50;
	lseek(other, 0, SEEK_END);
	printf("%zd\n", VIA(sendfile64)(other, fd, &from, 5));
	printf("%d\n", VIA(creat64)(name, 0600) > 0);
	unlink(name);
	return 0;
}
