/* recipes: utmp login */
#include "shimtest.h"
#include <fcntl.h>
#include <sys/stat.h>
#include <utmp.h>
#include <utmpx.h>

static struct utmpx record(short type, const char *id, const char *line, const char *user)
{
	struct utmpx u;
	memset(&u, 0, sizeof u);
	u.ut_type = type;
	u.ut_pid = 77;
	strncpy(u.ut_id, id, sizeof u.ut_id);
	strncpy(u.ut_line, line, sizeof u.ut_line);
	strncpy(u.ut_user, user, sizeof u.ut_user);
	strcpy(u.ut_host, "host");
	u.ut_tv.tv_sec = 123;
	u.ut_tv.tv_usec = 456;
	u.ut_session = 9;
	u.ut_exit.e_exit = 3;
	u.ut_addr_v6[0] = 5;
	return u;
}

static void show(const char *what, const struct utmpx *u)
{
	if (!u)
		printf("%s: none\n", what);
	else
		printf("%s: %d %d %.4s %.32s %.32s %.256s %d %ld %d %d\n", what, u->ut_type, u->ut_pid, u->ut_id, u->ut_line, u->ut_user, u->ut_host, u->ut_exit.e_exit,
			(long)u->ut_tv.tv_sec, (int)u->ut_session, (int)u->ut_addr_v6[0]);
}

static void list(void)
{
	struct utmpx *u;
	VIA(setutxent)();
	while ((u = VIA(getutxent)()))
		show("  ", u);
	VIA(endutxent)();
}

int main(void)
{
	char name[] = "utmpXXXXXX", wtmp[] = "wtmpXXXXXX";
	struct stat st;
	int fd = mkstemp(name), other = mkstemp(wtmp);
	printf("%zu %d\n", sizeof(struct utmpx), VIA(utmpxname)(name));
	list();
	struct utmpx all[] = {record(BOOT_TIME, "~~", "~", "reboot"), record(USER_PROCESS, "p1", "pts/1", "ann"), record(USER_PROCESS, "p2", "pts/2", "bob"),
		record(LOGIN_PROCESS, "t1", "tty1", "LOGIN"), record(RUN_LVL, "~~", "~", "runlevel")};
	VIA(setutxent)();
	for (unsigned i = 0; i < 5; i++)
		show("put", VIA(pututxline)(&all[i]));
	list();
	VIA(setutxent)();
	struct utmpx like = record(USER_PROCESS, "p2", "", ""), *found = VIA(getutxid)(&like);
	show("id", found);
	struct utmpx dead = *found;
	dead.ut_type = DEAD_PROCESS;
	memset(dead.ut_user, 0, sizeof dead.ut_user);
	show("put", VIA(pututxline)(&dead));
	list();
	VIA(setutent)();
	like = record(0, "", "tty1", "");
	show("line", (struct utmpx *)VIA(getutline)((struct utmp *)&like));
	show("line again", VIA(getutxline)(&like));
	VIA(setutent)();
	like = record(BOOT_TIME, "", "", "");
	show("boot", (struct utmpx *)VIA(getutid)((struct utmp *)&like));
	like.ut_type = 99;
	errno = 0;
	show("bad", VIA(getutxid)(&like));
	printf("%d\n", errno == EINVAL);
	VIA(setutxent)();
	struct utmp buffer, *result;
	while (!VIA(getutent_r)(&buffer, &result))
		show("r", (struct utmpx *)result);
	printf("%d\n", result == 0);
	VIA(endutxent)();
	printf("%d\n", VIA(logout)("pts/1"));
	VIA(setutxent)();
	like = record(0, "", "pts/1", "");
	show("after logout", VIA(getutxline)(&like));
	printf("%d\n", VIA(logout)("pts/9"));
	VIA(updwtmpx)(wtmp, &all[1]);
	VIA(updwtmp)(wtmp, (struct utmp *)&all[2]);
	fstat(other, &st);
	printf("wtmp %lld\n", (long long)st.st_size);
	fstat(fd, &st);
	printf("utmp %lld\n", (long long)st.st_size);
	VIA(utmpname)("nowhere/utmp");
	errno = 0;
	show("nowhere", (struct utmpx *)VIA(getutent)());
	printf("%d\n", errno);
	unlink(name);
	unlink(wtmp);
}
