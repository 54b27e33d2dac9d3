#include "shimtest.h"
#include <grp.h>
#include <pwd.h>
#include <shadow.h>

static FILE *text(const char *s)
{
	FILE *f = tmpfile();
	fputs(s, f);
	rewind(f);
	return f;
}

static void show(const struct spwd *s)
{
	if (!s) puts("NULL");
	else printf("%s %s %ld %ld %ld %ld %ld %ld %lx\n", s->sp_namp, s->sp_pwdp, s->sp_lstchg, s->sp_min, s->sp_max, s->sp_warn,
		s->sp_inact, s->sp_expire, s->sp_flag);
}

int main(void)
{
	struct passwd user, *u;
	struct group group, *g;
	struct spwd shadow, *s;
	char b[1024];
	FILE *f = text("root:x:0:0:root:/root:/bin/sh\n# note\n\njoe:*:1000:100:Joe,,,:/home/joe:\n");
	while (!VIA(fgetpwent_r)(f, &user, b, sizeof b, &u))
		printf("%s %s %d %d %s %s %s\n", u->pw_name, u->pw_passwd, (int)u->pw_uid, (int)u->pw_gid, u->pw_gecos, u->pw_dir, u->pw_shell);
	printf("%d\n", VIA(fgetpwent_r)(f, &user, b, sizeof b, &u));
	rewind(f);
	printf("%d\n", VIA(fgetpwent_r)(f, &user, b, 10, &u));
	printf("%d %s\n", VIA(fgetpwent_r)(f, &user, b, sizeof b, &u), user.pw_name);
	f = text("wheel:x:10:root,joe\nempty:x:11:\n");
	while (!VIA(fgetgrent_r)(f, &group, b, sizeof b, &g)) {
		printf("%s %s %d", g->gr_name, g->gr_passwd, (int)g->gr_gid);
		for (char **m = g->gr_mem; *m; m++) printf(" %s", *m);
		puts("");
	}
	f = text("root:*:19000:0:99999:7:::\njoe:$6$x:1:2:3:4:5:6:7\n");
	while (!VIA(fgetspent_r)(f, &shadow, b, sizeof b, &s)) show(s);
	show(VIA(sgetspent)("a:b:1:::::5:"));
	printf("%d ", VIA(sgetspent_r)("a:b:1:2:3:4:5:6:9", &shadow, b, sizeof b, &s));
	show(s);
	printf("%d\n", VIA(sgetspent_r)("a:b:1:2:3:4:5:6:9", &shadow, b, 4, &s));
	return 0;
}
