/* recipe: getpwent_r
 * symbols: getpwent_r getgrent_r getspent_r
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: _internal_entry fgetpwent_r
 * fidelity: equivalent
 * differs: reads what musl's getpwent, getgrent and the file /etc/shadow give: no other sources of NSS
 * spec: Linux man-pages getpwent_r(3), getgrent_r(3), getspnam(3)
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_entry.h"
#include <errno.h>
#include <grp.h>
#include <pthread.h>
#include <pwd.h>
#include <shadow.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
/* An entry that did not fit comes again. It is libc's own, valid until its next getXXent. */
static struct passwd *waiting_user;
static struct group *waiting_group;

static int copy_user(const struct passwd *from, struct passwd *out, struct mc_room room)
{
	*out = *from;
	int fits = (out->pw_name = mc_take_string(&room, from->pw_name)) && (out->pw_passwd = mc_take_string(&room, from->pw_passwd)) &&
		(out->pw_gecos = mc_take_string(&room, from->pw_gecos)) && (out->pw_dir = mc_take_string(&room, from->pw_dir)) &&
		(out->pw_shell = mc_take_string(&room, from->pw_shell));
	return fits ? 0 : ERANGE;
}

static int copy_group(const struct group *from, struct group *out, struct mc_room room)
{
	*out = *from;
	int fits = (out->gr_mem = mc_take_list(&room, from->gr_mem)) && (out->gr_name = mc_take_string(&room, from->gr_name)) &&
		(out->gr_passwd = mc_take_string(&room, from->gr_passwd));
	return fits ? 0 : ERANGE;
}

int getpwent_r(struct passwd *out, char *buffer, size_t n, struct passwd **result)
{
	pthread_mutex_lock(&lock);
	struct passwd *next = waiting_user ? waiting_user : getpwent();
	int error = next ? copy_user(next, out, (struct mc_room){buffer, n}) : ENOENT;
	waiting_user = error == ERANGE ? next : NULL;
	pthread_mutex_unlock(&lock);
	*result = error ? NULL : out;
	return error;
}

int getgrent_r(struct group *out, char *buffer, size_t n, struct group **result)
{
	pthread_mutex_lock(&lock);
	struct group *next = waiting_group ? waiting_group : getgrent();
	int error = next ? copy_group(next, out, (struct mc_room){buffer, n}) : ENOENT;
	waiting_group = error == ERANGE ? next : NULL;
	pthread_mutex_unlock(&lock);
	*result = error ? NULL : out;
	return error;
}

int fgetspent_r(FILE *, struct spwd *, char *, size_t, struct spwd **);

static FILE *shadow;

void mc_shadow_rewind(void)
{
	pthread_mutex_lock(&lock);
	if (shadow) rewind(shadow);
	pthread_mutex_unlock(&lock);
}

/* musl's getspent gives nothing: the file is read here. */
int getspent_r(struct spwd *out, char *buffer, size_t n, struct spwd **result)
{
	int error;
	*result = NULL;
	pthread_mutex_lock(&lock);
	if (!shadow) shadow = fopen("/etc/shadow", "re");
	error = shadow ? fgetspent_r(shadow, out, buffer, n, result) : errno;
	if (shadow && error == ENOENT) {
		fclose(shadow);
		shadow = NULL;
	}
	pthread_mutex_unlock(&lock);
	return error;
}
