/* recipe: login
 * symbols: login logout logwtmp getutmp getutmpx getutent_r getutid_r getutline_r
 * kind: implementation
 * glibc: GLIBC_2.2.5 GLIBC_2.34
 * arch: any
 * needs: _internal_utmp
 * fidelity: equivalent
 * differs: the terminal is that of standard input, output or error, whichever comes first
 * spec: Linux man-pages login(3), getutent_r(3), getutmp(3), updwtmp(3)
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_utmp.h"
#include <stddef.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>
#include <utmpx.h>

static void stamp(struct mc_utmp *record)
{
	struct timeval now;

	gettimeofday(&now, NULL);
	record->seconds = (mc_utmp_word)now.tv_sec;
	record->microseconds = (mc_utmp_word)now.tv_usec;
}

/* The field, which need not end in a zero byte. */
static void put(char *field, size_t size, const char *text)
{
	memset(field, 0, size);
	memcpy(field, text, strnlen(text, size));
}

/* The name of the terminal below /dev, or a question mark. */
static const char *terminal(char *room, size_t size)
{
	for (int fd = 0; fd < 3; fd++)
		if (!ttyname_r(fd, room, size))
			return strncmp(room, "/dev/", 5) ? room : room + 5;
	return NULL;
}

void login(const struct mc_utmp *entry)
{
	struct mc_utmp copy = *entry;
	char room[64];
	const char *line = terminal(room, sizeof room);

	copy.type = USER_PROCESS;
	copy.pid = getpid();
	put(copy.line, sizeof copy.line, line ? line : "???");
	if (line && !mc_utmp_name(MC_UTMP)) {
		mc_utmp_rewind();
		mc_utmp_put(&copy);
		mc_utmp_close();
	}
	mc_wtmp_add(MC_WTMP, &copy);
}

int logout(const char *line)
{
	struct mc_utmp like = {.type = USER_PROCESS}, found;
	int done = 0;

	put(like.line, sizeof like.line, line);
	if (mc_utmp_name(MC_UTMP)) /* whatever file was chosen before */
		return 0;
	mc_utmp_rewind();
	if (!mc_utmp_find(&like, 1, &found)) {
		memset(found.user, 0, sizeof found.user);
		memset(found.host, 0, sizeof found.host);
		found.type = DEAD_PROCESS;
		stamp(&found);
		done = !mc_utmp_put(&found);
	}
	mc_utmp_close();
	return done;
}

void logwtmp(const char *line, const char *user, const char *host)
{
	struct mc_utmp record = {.type = *user ? USER_PROCESS : DEAD_PROCESS, .pid = getpid()};

	put(record.line, sizeof record.line, line);
	put(record.user, sizeof record.user, user);
	put(record.host, sizeof record.host, host);
	stamp(&record);
	mc_wtmp_add(MC_WTMP, &record);
}

void getutmp(const struct mc_utmp *from, struct mc_utmp *to)
{
	*to = *from;
}

void getutmpx(const struct mc_utmp *from, struct mc_utmp *to)
{
	*to = *from;
}

static int given(int error, struct mc_utmp *buffer, struct mc_utmp **result)
{
	*result = error ? NULL : buffer;
	return error;
}

int getutent_r(struct mc_utmp *buffer, struct mc_utmp **result)
{
	return given(mc_utmp_next(buffer), buffer, result);
}

int getutid_r(const struct mc_utmp *id, struct mc_utmp *buffer, struct mc_utmp **result)
{
	return given(mc_utmp_find(id, 0, buffer), buffer, result);
}

int getutline_r(const struct mc_utmp *line, struct mc_utmp *buffer, struct mc_utmp **result)
{
	return given(mc_utmp_find(line, 1, buffer), buffer, result);
}
