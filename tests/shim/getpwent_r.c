#include "shimtest.h"
#include <grp.h>
#include <pwd.h>
#include <shadow.h>

int main(void)
{
	struct passwd user, *u;
	struct group group, *g;
	struct spwd shadow, *s;
	char b[4096], tiny[4];
	int error, n = 0;
	setpwent();
	printf("%d\n", VIA(getpwent_r)(&user, tiny, sizeof tiny, &u) == ERANGE);
	while (!(error = VIA(getpwent_r)(&user, b, sizeof b, &u)) && n++ < 3)
		printf("%s:%s:%d:%s:%s\n", u->pw_name, u->pw_passwd, (int)u->pw_uid, u->pw_dir, u->pw_shell);
	while (!(error = VIA(getpwent_r)(&user, b, sizeof b, &u))) {}
	printf("%d %d\n", error, u == NULL);
	setgrent();
	for (n = 0; !VIA(getgrent_r)(&group, b, sizeof b, &g) && n < 3; n++)
		printf("%s:%d:%d\n", g->gr_name, (int)g->gr_gid, g->gr_mem[0] == NULL);
	if (getuid()) return 0;
	printf("%d ", VIA(getspent_r)(&shadow, b, sizeof b, &s));
	puts(s ? s->sp_namp : "none");
	return 0;
}
