#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
static int by_name(const FTSENT **a, const FTSENT **b) { return strcmp((*a)->fts_name, (*b)->fts_name); }
static void walk(const char *what, int options, int trick, ...)
{
	char *paths[] = {"t", "t/f", "missing", "t/link", 0}, *one[] = {"t/", 0};
	FTS *f = fts_open(trick == 1 ? one : paths, options, by_name);
	FTSENT *e;
	printf("--- %s\n", what);
	if (!f) {
		printf("null %d\n", errno);
		return;
	}
	if (trick == 2)
		for (e = fts_children(f, 0); e; e = e->fts_link)
			printf("root %s\n", e->fts_name);
	while ((e = fts_read(f))) {
		struct stat st;
		printf("%s name %s level %d info %d error %d len %d %d", e->fts_path, e->fts_name, e->fts_level, e->fts_info, e->fts_errno, e->fts_pathlen, e->fts_namelen);
		if (e->fts_info != FTS_NS && e->fts_info != FTS_NSOK)
			printf(" mode %o same %d", e->fts_statp->st_mode, lstat(e->fts_accpath, &st) == 0 && (st.st_ino == e->fts_statp->st_ino || S_ISLNK(st.st_mode)));
		printf(" number %ld%s\n", e->fts_number, e->fts_info == FTS_DC && e->fts_cycle ? " cycle" : "");
		e->fts_number = 1 + (e->fts_parent ? e->fts_parent->fts_number : 0);
		if (trick == 3 && !strcmp(e->fts_name, "a") && e->fts_info == FTS_D)
			fts_set(f, e, FTS_SKIP);
		if (trick == 3 && e->fts_info == FTS_SL)
			fts_set(f, e, FTS_FOLLOW);
		if (trick == 4 && e->fts_info == FTS_D)
			for (FTSENT *c = fts_children(f, 0); c; c = c->fts_link) {
				printf("  child %s info %d\n", c->fts_name, c->fts_info);
				if (!strcmp(c->fts_name, "c"))
					fts_set(f, c, FTS_SKIP);
			}
		if (trick == 5 && e->fts_info == FTS_D)
			for (FTSENT *c = fts_children(f, FTS_NAMEONLY); c; c = c->fts_link)
				printf("  name %s\n", c->fts_name);
		if (trick == 6 && e->fts_level == 2)
			break;
	}
	printf("end %d", errno);
	printf(" close %d\n", fts_close(f));
}
int main(void)
{
	char dir[] = "/tmp/ftsXXXXXX", rm[100];
	if (!mkdtemp(dir) || chdir(dir))
		return 1;
	mkdir("t", 0755), mkdir("t/a", 0755), mkdir("t/a/b", 0750), mkdir("t/c", 0755), mkdir("t/empty", 0700);
	close(open("t/f", O_CREAT, 0644)), close(open("t/a/b/g", O_CREAT, 0640)), close(open("t/c/h", O_CREAT, 0644));
	symlink("f", "t/link"), symlink("nowhere", "t/dangling"), symlink("..", "t/a/up"), symlink("c", "t/tolink");
	mkfifo("t/fifo", 0600);
	walk("physical", FTS_PHYSICAL, 0);
	walk("no chdir", FTS_PHYSICAL | FTS_NOCHDIR, 0);
	walk("logical", FTS_LOGICAL, 0);
	walk("comfollow", FTS_PHYSICAL | FTS_COMFOLLOW | FTS_NOCHDIR, 0);
	walk("slash", FTS_PHYSICAL | FTS_NOCHDIR, 1);
	walk("see dot", FTS_PHYSICAL | FTS_SEEDOT | FTS_NOCHDIR, 1);
	walk("xdev", FTS_PHYSICAL | FTS_XDEV, 0);
	walk("root children", FTS_PHYSICAL | FTS_NOCHDIR, 2);
	walk("set", FTS_PHYSICAL | FTS_NOCHDIR, 3);
	walk("children", FTS_PHYSICAL | FTS_NOCHDIR, 4);
	walk("names", FTS_PHYSICAL | FTS_NOCHDIR, 5);
	walk("close early", FTS_PHYSICAL | FTS_NOCHDIR, 6);
	walk("nothing", 0x1000, 0);
	printf("%zu %zu\n", sizeof(FTS), offsetof(FTSENT, fts_name));
	chdir("/");
	sprintf(rm, "rm -r %s", dir);
	return system(rm);
}
