/* recipe: getwd
 * symbols: getwd getpw
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages getwd(3), getpw(3)
 * scope: public
 */
#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <pwd.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

char *getwd(char *b)
{
	char path[PATH_MAX];
	if (!b) {
		errno = EINVAL;
		return NULL;
	}
	if (getcwd(path, sizeof path)) return strcpy(b, path);
	strncpy(b, strerror(errno), PATH_MAX);
	return NULL;
}

int getpw(uid_t uid, char *line)
{
	char buffer[4096];
	struct passwd user, *found;
	int error = getpwuid_r(uid, &user, buffer, sizeof buffer, &found);
	if (!found) {
		errno = error ? error : ENOENT;
		return -1;
	}
	sprintf(line, "%s:%s:%lu:%lu:%s:%s:%s", user.pw_name, user.pw_passwd, (unsigned long)user.pw_uid, (unsigned long)user.pw_gid,
		user.pw_gecos, user.pw_dir, user.pw_shell);
	return 0;
}
