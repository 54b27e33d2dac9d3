#include "shimtest.h"
#include <fcntl.h>

extern int __openat_2(int, const char *, int), __openat64_2(int, const char *, int);

int main(void)
{
	int fd = VIA(__openat_2)(AT_FDCWD, "/", O_RDONLY | O_DIRECTORY);
	printf("%d %d\n", fd >= 0, VIA(__openat64_2)(fd, "proc", O_RDONLY) >= 0);
	errno = 0;
	printf("%d %d\n", VIA(__openat64_2)(fd, "nonexistent/x", O_RDONLY), errno);
	ABORTS("O_CREAT", VIA(__openat_2)(AT_FDCWD, "/tmp/x", O_WRONLY | O_CREAT));
	ABORTS("O_TMPFILE", VIA(__openat64_2)(AT_FDCWD, "/tmp", O_WRONLY | O_TMPFILE));
	return 0;
}
