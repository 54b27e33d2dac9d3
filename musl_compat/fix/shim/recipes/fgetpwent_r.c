/* recipe: fgetpwent_r
 * symbols: fgetpwent_r fgetgrent_r fgetspent_r sgetspent sgetspent_r
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: _internal_entry
 * fidelity: equivalent
 * differs: lines that cannot be parsed are passed over also where glibc gives EINVAL
 * spec: Linux man-pages getpwent_r(3), getgrent_r(3), getspnam(3)
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_entry.h"
#include <errno.h>
#include <grp.h>
#include <pwd.h>
#include <shadow.h>
#include <stdlib.h>

static int parse_user(char *line, struct passwd *out)
{
	char *f[7];
	if (mc_fields(line, f, 7) != 7 || !*f[2] || !*f[3]) return 0;
	*out = (struct passwd){.pw_name = f[0], .pw_passwd = f[1], .pw_gecos = f[4], .pw_dir = f[5], .pw_shell = f[6]};
	out->pw_uid = (uid_t)strtoul(f[2], NULL, 10);
	out->pw_gid = (gid_t)strtoul(f[3], NULL, 10);
	return 1;
}

int fgetpwent_r(FILE *f, struct passwd *out, char *buffer, size_t n, struct passwd **result)
{
	char *line;
	*result = NULL;
	for (;;) {
		struct mc_room room = {buffer, n};
		int error = mc_line_next(f, &room, &line);
		if (error) return error;
		if (parse_user(line, out)) {
			*result = out;
			return 0;
		}
	}
}

int fgetgrent_r(FILE *f, struct group *out, char *buffer, size_t n, struct group **result)
{
	char *line, *part[4];
	*result = NULL;
	for (;;) {
		struct mc_room room = {buffer, n};
		long start = ftell(f);
		int error = mc_line_next(f, &room, &line);
		if (error) return error;
		if (mc_fields(line, part, 4) != 4 || !*part[2]) continue;
		*out = (struct group){.gr_name = part[0], .gr_passwd = part[1], .gr_gid = (gid_t)strtoul(part[2], NULL, 10)};
		out->gr_mem = mc_members(part[3], &room);
		if (!out->gr_mem) {
			if (start >= 0) fseek(f, start, SEEK_SET);
			return ERANGE;
		}
		*result = out;
		return 0;
	}
}

static long number(const char *s)
{
	return *s ? strtol(s, NULL, 10) : -1;
}

static int parse_shadow(char *line, struct spwd *out)
{
	char *f[9];
	if (mc_fields(line, f, 9) != 9) return 0;
	*out = (struct spwd){f[0], f[1], number(f[2]), number(f[3]), number(f[4]), number(f[5]), number(f[6]), number(f[7]),
		*f[8] ? strtoul(f[8], NULL, 10) : ~0ul};
	return 1;
}

int fgetspent_r(FILE *f, struct spwd *out, char *buffer, size_t n, struct spwd **result)
{
	char *line;
	*result = NULL;
	for (;;) {
		struct mc_room room = {buffer, n};
		int error = mc_line_next(f, &room, &line);
		if (error) return error;
		if (parse_shadow(line, out)) {
			*result = out;
			return 0;
		}
	}
}

int sgetspent_r(const char *s, struct spwd *out, char *buffer, size_t n, struct spwd **result)
{
	struct mc_room room = {buffer, n};
	char *line = mc_take_string(&room, s);
	*result = NULL;
	if (!line) return ERANGE;
	if (!parse_shadow(line, out)) return EINVAL;
	*result = out;
	return 0;
}

struct spwd *sgetspent(const char *s)
{
	static struct spwd entry;
	static char *buffer;
	struct spwd *result;
	size_t n = strlen(s) + 1;
	char *larger = realloc(buffer, n);
	if (!larger) return NULL;
	buffer = larger;
	int error = sgetspent_r(s, &entry, buffer, n, &result);
	if (error) errno = error;
	return result;
}
