#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
static int opened;
static void *my_open(const char *p) { opened++; return opendir(p); }
static void run(const char *pattern, int flags)
{
	glob_t g;
	memset(&g, 0, sizeof g);
	g.gl_opendir = my_open, g.gl_readdir = (void *)readdir, g.gl_closedir = (void *)closedir, g.gl_lstat = lstat, g.gl_stat = stat;
	g.gl_offs = 2;
	opened = 0;
	int r = glob(pattern, flags, 0, &g);
	printf("%s %x: %d", pattern, flags, r);
	if (!r) {
		printf(" %zu magic %d", g.gl_pathc, (g.gl_flags & GLOB_MAGCHAR) != 0);
		for (size_t i = 0; i < g.gl_pathc; i++)
			printf(" %s", g.gl_pathv[i + (flags & GLOB_DOOFFS ? 2 : 0)]);
		if (flags & GLOB_ALTDIRFUNC)
			printf(" opened %d", opened > 0);
		globfree(&g);
	}
	puts("");
}
int main(void)
{
	static const char *const p[] = {"*", "t/*", "t/*.c", "t/{a,b}.c", "t/{a,nope}.*", "{t/a.c,t/d/*}", "{t,u}/{a,b}{.c,.h}", "t/{a.c", "t/a{}", "none", "none*", "t/", "t/*/", "t//a.c", "t/[ab].?", "t/.*", "t/d/../a.c", "/etc/hos*", "~", "~/x*", "~nouser/x", "t/\\*x", "t/*\\*x", "{none,t/a.c}", "{none,none2}", "", "/", "t/*/*", "t/l*", "./t/[!a]*"};
	static const int flags[] = {0, GLOB_BRACE, GLOB_MARK, GLOB_ONLYDIR, GLOB_NOMAGIC, GLOB_NOCHECK, GLOB_BRACE | GLOB_NOMAGIC, GLOB_BRACE | GLOB_NOCHECK, GLOB_TILDE, GLOB_TILDE_CHECK, GLOB_PERIOD, GLOB_NOESCAPE, GLOB_ALTDIRFUNC, GLOB_DOOFFS, GLOB_BRACE | GLOB_MARK};
	char dir[] = "/tmp/globXXXXXX", rm[100];
	if (!mkdtemp(dir) || chdir(dir))
		return 1;
	setenv("HOME", "/nohome", 1);
	mkdir("t", 0755), mkdir("t/d", 0755), mkdir("u", 0755), mkdir("t/.hid", 0755);
	static const char *const files[] = {"t/a.c", "t/b.c", "t/a.h", "t/*x", "t/.dot", "t/d/in", "u/b.h"};
	for (int i = 0; i < 7; i++)
		close(open(files[i], O_CREAT, 0644));
	symlink("d", "t/ld"), symlink("nowhere", "t/ldangling");
	for (unsigned i = 0; i < sizeof p / sizeof *p; i++)
		for (unsigned k = 0; k < sizeof flags / sizeof *flags; k++)
			if (!(flags[k] & GLOB_MARK) || strcmp(p[i], "t/")) /* glibc marks this twice */
				run(p[i], flags[k]);
	glob_t g;
	glob("t/*.c", 0, 0, &g);
	printf("%d %zu\n", glob("u/*", GLOB_APPEND, 0, &g), g.gl_pathc);
	printf("%s %s\n", g.gl_pathv[0], g.gl_pathv[g.gl_pathc - 1]);
	globfree(&g);
	chdir("/");
	sprintf(rm, "rm -r %s", dir);
	return system(rm);
}
