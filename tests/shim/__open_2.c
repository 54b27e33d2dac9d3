#include "shimtest.h"
#include <fcntl.h>

extern int __open_2(const char *, int), __open64_2(const char *, int);

int main(void)
{
	int fd = VIA(__open_2)("/", O_RDONLY | O_DIRECTORY);
	printf("%d %d\n", fd >= 0, close(fd));
	errno = 0;
	printf("%d %d\n", VIA(__open64_2)("/nonexistent/x", O_RDONLY), errno);
	ABORTS("O_CREAT", VIA(__open_2)("/tmp/x", O_WRONLY | O_CREAT));
	ABORTS("O_TMPFILE", VIA(__open64_2)("/tmp", O_WRONLY | O_TMPFILE));
	return 0;
}
