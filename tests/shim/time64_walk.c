#define _TIME_BITS 64
#define _GNU_SOURCE
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static int files, directories, recent;
static long long bytes;

static void count(const struct stat *st, int what)
{
	time_t now = time(0);
	files += what == FTW_F;
	directories += what == FTW_D;
	bytes += what == FTW_F ? st->st_size : 0;
	recent += st->st_mtime <= now && st->st_mtime > now - 100;
}

static int inner(const char *path, const struct stat *st, int what)
{
	count(st, what);
	return 0;
}

static int outer(const char *path, const struct stat *st, int what, struct FTW *place)
{
	count(st, what);
	if (place->level == 1 && what == FTW_D) printf("inner %d\n", ftw(path, inner, 5));
	return place->level == 2 && path[place->base] == 'z' ? 7 : 0;
}

int main(void)
{
	char dir[] = "/tmp/walkXXXXXX", rm[100];
	if (!mkdtemp(dir) || chdir(dir)) return 1;
	mkdir("a", 0755), mkdir("a/b", 0700);
	close(open("a/f", O_CREAT | O_WRONLY, 0644));
	truncate("a/f", 12345);
	printf("nftw %d\n", nftw(".", outer, 8, FTW_PHYS));
	printf("%d %d %lld %d\n", files, directories, bytes, recent);
	close(open("a/z", O_CREAT | O_WRONLY, 0644));
	printf("nftw %d\n", nftw(".", outer, 8, FTW_PHYS));
	printf("ftw %d\n", ftw("missing", inner, 8));
	snprintf(rm, sizeof rm, "rm -r %s", dir);
	return system(rm) != 0;
}
