#define _LARGEFILE64_SOURCE
#include "shimtest.h"
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>

extern int __xstat64(int, const char *, struct stat64 *), __lxstat64(int, const char *, struct stat64 *), __fxstat64(int, int, struct stat64 *);
extern int __fxstatat64(int, int, const char *, struct stat64 *, int);

enum { VERSION = sizeof(long) == 8 ? 1 : 3 }; /* of struct stat64 */

int main(void)
{
	struct stat64 s;
	struct statfs64 f;
	struct statvfs64 v;
	int fd = open("/", O_RDONLY);
	printf("%d\n", VIA(stat64)("/", &s));
	printf("%d\n", S_ISDIR(s.st_mode));
	printf("%d\n", VIA(lstat64)("/proc/self", &s));
	printf("%d\n", S_ISLNK(s.st_mode));
	printf("%d\n", VIA(fstat64)(fd, &s));
	printf("%d\n", S_ISDIR(s.st_mode));
	printf("%d\n", VIA(fstatat64)(fd, "proc", &s, 0));
	printf("%d %d\n", VIA(statfs64)("/proc", &f), VIA(fstatfs64)(fd, &f));
	printf("%d %d\n", VIA(statvfs64)("/proc", &v), VIA(fstatvfs64)(fd, &v));
	printf("%d %d\n", VIA(__xstat64)(VERSION, "/", &s), VIA(__lxstat64)(VERSION, "/", &s));
	printf("%d %d\n", VIA(__fxstat64)(VERSION, fd, &s), VIA(__fxstatat64)(VERSION, fd, "proc", &s, 0));
	errno = 0;
	printf("%d ", VIA(stat64)("/nonexistent", &s));
	printf("%d\n", errno);
	return 0;
}
