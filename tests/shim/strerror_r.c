#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
int main(void)
{
	char b[40];
	static const int known[] = {0, ENOENT, EACCES, EINVAL, EPERM, EEXIST, ENOTDIR, EISDIR, 4000, -3};
	for (int i = 0; i < 10; i++) {
		memset(b, 'x', 39), b[39] = 0;
		char *s = strerror_r(known[i], b, sizeof b);
		printf("%s %d\n", s, s == b);
	}
	printf("%s\n", strerror_r(12345, b, 8));
}
