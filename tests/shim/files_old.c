#include "shimtest.h"
#include <dirent.h>
#include <fcntl.h>
#include <mntent.h>

extern off_t llseek(int, off_t, int);
extern FILE *__setmntent(const char *, const char *);
extern int __endmntent(FILE *);
extern struct mntent *__getmntent_r(FILE *, struct mntent *, char *, int);

int main(void)
{
	char b[4096];
	off_t base = -1;
	struct mntent m;
	int fd = open("/proc/self", O_RDONLY | O_DIRECTORY);
	printf("%d ", VIA(getdirentries64)(fd, b, sizeof b, &base) > 0);
	printf("%d %s\n", (int)base, ((struct dirent64 *)b)->d_name);
	printf("%d\n", (int)VIA(llseek)(fd, 0, SEEK_SET));
	FILE *f = VIA(__setmntent)("/proc/self/mounts", "r");
	printf("%d\n", VIA(__getmntent_r)(f, &m, b, sizeof b) == &m);
	printf("%d\n", VIA(__endmntent)(f));
	return 0;
}
