#define _LARGEFILE64_SOURCE
#define _GNU_SOURCE
#include "shimtest.h"
#include <ftw.h>

static int on(const char *path, const struct stat64 *s, int type)
{
	(void)path;
	return type == FTW_D && S_ISDIR(s->st_mode) ? 0 : 10 + type;
}

static int on_n(const char *path, const struct stat64 *s, int type, struct FTW *f)
{
	(void)path;
	if (type == FTW_SL) return 50 + f->level;
	return type == FTW_D && S_ISDIR(s->st_mode) ? 0 : 10 + type;
}

int main(void)
{
	printf("%d\n", VIA(ftw64)("/proc/self/fdinfo", on, 5));
	printf("%d\n", VIA(nftw64)("/proc/self/fdinfo", on_n, 5, FTW_PHYS));
	printf("%d\n", VIA(nftw64)("/proc/self/fd", on_n, 5, FTW_PHYS));
	printf("%d\n", VIA(nftw64)("/proc/self/exe", on_n, 5, FTW_PHYS));
	return 0;
}
