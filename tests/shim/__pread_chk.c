#include "shimtest.h"

extern ssize_t __pread_chk(int fd, void *b, size_t n, off_t at, size_t room);
extern ssize_t __pread64_chk(int fd, void *b, size_t n, off_t at, size_t room);

int main(void)
{
	char b[8] = ""; FILE *f = tmpfile(); if (!f || fputs("hello", f) < 0 || fflush(f)) return 1;
	printf("%zd %s\n", VIA(__pread_chk)(fileno(f), b, 7, 1, 8), b);
	ABORTS("overflow", VIA(__pread_chk)(fileno(f), b, 9, 0, 8));
	printf("%zd %s\n", VIA(__pread64_chk)(fileno(f), b, 7, 1, 8), b);
	ABORTS("overflow", VIA(__pread64_chk)(fileno(f), b, 9, 0, 8));
	return 0;
}
