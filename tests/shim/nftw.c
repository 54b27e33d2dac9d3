#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
static char lines[100][200];
static int count, stop_at, action;
static char here[500];
static int see(const char *path, const struct stat *st, int type, struct FTW *f)
{
	char cwd[500];
	getcwd(cwd, sizeof cwd);
	int in = action & FTW_CHDIR ? access(path + f->base, F_OK) == 0 || type == FTW_SLN : 1;
	snprintf(lines[count++], 200, "%s type %d base %d level %d dir %d in %d", path, type, f->base, f->level, type != FTW_SLN && type != FTW_NS && S_ISDIR(st->st_mode), in);
	if (action & FTW_ACTIONRETVAL && strstr(path, "skip"))
		return FTW_SKIP_SUBTREE;
	return stop_at && count == stop_at ? 77 : 0;
}
static int plain(const char *path, const struct stat *st, int type)
{
	snprintf(lines[count++], 200, "%s type %d", path, type);
	return 0;
}
static int by_text(const void *a, const void *b) { return strcmp(a, b); }
static void show(const char *what, int r)
{
	printf("%s: %d, %d entries\n", what, r, count);
	if (!stop_at)
		qsort(lines, count, 200, by_text);
	for (int i = 0; i < count && !stop_at; i++)
		puts(lines[i]);
	count = 0;
	char cwd[500];
	getcwd(cwd, sizeof cwd);
	printf("%d\n", strcmp(cwd, here));
}
int main(void)
{
	char dir[] = "/tmp/nftwXXXXXX";
	if (!mkdtemp(dir) || chdir(dir))
		return 1;
	getcwd(here, sizeof here);
	mkdir("t", 0755), mkdir("t/a", 0755), mkdir("t/a/b", 0755), mkdir("t/skip", 0755), mkdir("t/skip/in", 0755);
	close(open("t/f", O_CREAT, 0644)), close(open("t/a/b/g", O_CREAT, 0644)), close(open("t/skip/h", O_CREAT, 0644));
	symlink("f", "t/link"), symlink("nowhere", "t/dangling"), symlink("..", "t/a/up");
	show("plain", nftw("t", see, 10, 0));
	show("physical", nftw("t", see, 10, FTW_PHYS));
	show("depth", nftw("t/", see, 10, FTW_PHYS | FTW_DEPTH));
	show("one descriptor", nftw("t", see, 1, FTW_PHYS));
	action = FTW_CHDIR;
	show("chdir", nftw("t/a", see, 10, FTW_PHYS | FTW_CHDIR));
	show("chdir", nftw(".", see, 10, FTW_PHYS | FTW_CHDIR));
	action = FTW_ACTIONRETVAL;
	show("skip", nftw("t", see, 10, FTW_PHYS | FTW_ACTIONRETVAL));
	action = 0;
	show("mount", nftw("t", see, 10, FTW_MOUNT));
	show("file", nftw("t/f", see, 10, 0));
	show("missing", nftw("nothing", see, 10, 0));
	show("empty", nftw("", see, 10, 0));
	show("bad", nftw("t", see, 10, 0x1000));
	show("ftw", ftw("t", plain, 10));
	stop_at = 3;
	show("stop", nftw("t", see, 10, FTW_PHYS));
	chdir("/");
	char rm[100];
	sprintf(rm, "rm -r %s", dir);
	return system(rm);
}
