/* recipe: getlogin
 * symbols: getlogin getlogin_r
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: _internal_utmp
 * fidelity: equivalent
 * differs: -
 * spec: getlogin(3): the user that the kernel keeps for the session, else the one of the terminal's record in utmp; musl
 *   believes $LOGNAME
 * scope: private
 */
#define _GNU_SOURCE
#include "include/mc_utmp.h"
#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The kernel may not say, or know nobody. */
static int session_user(uid_t *out)
{
	char text[16];
	int fd = open("/proc/self/loginuid", O_RDONLY | O_CLOEXEC);
	ssize_t n = fd < 0 ? -1 : read(fd, text, sizeof text - 1);

	if (fd >= 0)
		close(fd);
	if (n <= 0)
		return 0;
	text[n] = '\0';
	*out = (uid_t)strtoul(text, 0, 10);
	return *out != (uid_t)-1;
}

static int give(char *to, size_t room, const char *name, size_t n)
{
	if (n >= room)
		return errno = ERANGE;
	memcpy(to, name, n);
	to[n] = '\0';
	return 0;
}

static int from_terminal(char *to, size_t room)
{
	struct mc_utmp like = {0}, found;
	char line[64];
	int error = ttyname_r(0, line, sizeof line);

	if (error)
		return errno = error;
	memcpy(like.line, line + 5, strnlen(line + 5, sizeof like.line)); /* without /dev/ */
	mc_utmp_rewind();
	error = mc_utmp_find(&like, 1, &found);
	mc_utmp_close();
	if (error)
		return errno = errno == ESRCH ? ENOENT : errno;
	return give(to, room, found.user, strnlen(found.user, sizeof found.user));
}

int __mc_getlogin_r(char *to, size_t room)
{
	struct passwd entry, *found;
	char buffer[4096];
	uid_t uid;
	int error;

	if (!session_user(&uid))
		return from_terminal(to, room);
	error = getpwuid_r(uid, &entry, buffer, sizeof buffer, &found);
	if (!found)
		return error ? errno = error : from_terminal(to, room);
	return give(to, room, found->pw_name, strlen(found->pw_name));
}

char *__mc_getlogin(void)
{
	static char name[33];

	return __mc_getlogin_r(name, sizeof name) ? 0 : name;
}
