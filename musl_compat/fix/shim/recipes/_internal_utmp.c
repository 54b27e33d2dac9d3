/* recipe: _internal_utmp
 * symbols: -
 * kind: internal
 * glibc: -
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: -
 * spec: utmp(5), getutent(3); glibc <bits/utmp.h> for the layout
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_utmp.h"
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <utmpx.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static const char *name = MC_UTMP;
static char *own_name;
static int fd = -1;
static off_t place;
static struct mc_utmp last; /* what the last search found: it may be asked for again */

static int open_file(int flags)
{
	if (fd < 0)
		fd = open(name, flags | O_CLOEXEC);
	return fd;
}

static void close_file(void)
{
	if (fd >= 0)
		close(fd);
	fd = -1;
	place = 0;
}

/* Another process may hold the lock for a moment. */
static int lock_file(int file, short kind)
{
	struct flock whole = {.l_type = kind, .l_whence = SEEK_SET};
	struct timespec pause = {0, 10000000};

	for (int tries = 0; tries < 100; tries++) {
		if (!fcntl(file, F_SETLK, &whole))
			return 0;
		if (errno != EACCES && errno != EAGAIN)
			break;
		nanosleep(&pause, 0);
	}
	return -1;
}

static int read_next(struct mc_utmp *out)
{
	ssize_t n = pread(fd, out, sizeof *out, place);

	if (n != (ssize_t)sizeof *out)
		return -1;
	place += n;
	return 0;
}

static int is_process(short type)
{
	return type == INIT_PROCESS || type == LOGIN_PROCESS || type == USER_PROCESS || type == DEAD_PROCESS;
}

static int alike(const struct mc_utmp *a, const struct mc_utmp *b, int by_line)
{
	if (by_line)
		return (b->type == USER_PROCESS || b->type == LOGIN_PROCESS) && !strncmp(a->line, b->line, sizeof a->line);
	if (!is_process(a->type))
		return a->type == b->type;
	if (!is_process(b->type))
		return 0;
	return *a->id && *b->id ? !strncmp(a->id, b->id, sizeof a->id) : !strncmp(a->line, b->line, sizeof a->line);
}

void mc_utmp_rewind(void)
{
	pthread_mutex_lock(&lock);
	place = 0;
	memset(&last, 0, sizeof last);
	pthread_mutex_unlock(&lock);
}

void mc_utmp_close(void)
{
	pthread_mutex_lock(&lock);
	close_file();
	pthread_mutex_unlock(&lock);
}

int mc_utmp_name(const char *file)
{
	char *copy = strdup(file);

	if (!copy)
		return -1;
	pthread_mutex_lock(&lock);
	close_file();
	free(own_name);
	name = own_name = copy;
	pthread_mutex_unlock(&lock);
	return 0;
}

int mc_utmp_next(struct mc_utmp *out)
{
	int r;

	pthread_mutex_lock(&lock);
	r = open_file(O_RDONLY) < 0 ? -1 : read_next(out);
	if (!r)
		last = *out;
	pthread_mutex_unlock(&lock);
	return r;
}

static int known(short type)
{
	return type == RUN_LVL || type == BOOT_TIME || type == NEW_TIME || type == OLD_TIME || is_process(type);
}

int mc_utmp_find(const struct mc_utmp *like, int by_line, struct mc_utmp *out)
{
	int r;

	if (!by_line && !known(like->type)) {
		errno = EINVAL;
		return -1;
	}
	pthread_mutex_lock(&lock);
	r = open_file(O_RDONLY) < 0 ? -1 : 0;
	while (!r) {
		r = read_next(out);
		if (r)
			errno = ESRCH;
		else if (alike(like, out, by_line))
			break;
	}
	if (!r)
		last = *out;
	pthread_mutex_unlock(&lock);
	return r;
}

/* The record at the current place is the first to be looked at, since a search may have led to it. */
static off_t place_for(const struct mc_utmp *record)
{
	struct mc_utmp found;
	off_t end;

	if (place >= (off_t)sizeof last && alike(record, &last, 0))
		return place - (off_t)sizeof last;
	while (!read_next(&found))
		if (alike(record, &found, 0))
			return place - (off_t)sizeof found;
	end = lseek(fd, 0, SEEK_END);
	return end - end % (off_t)sizeof found;
}

int mc_utmp_put(const struct mc_utmp *record)
{
	struct mc_utmp copy = *record; /* it may be what a search gave */
	off_t at = place;
	int r = -1;

	pthread_mutex_lock(&lock);
	close_file(); /* it may be open for reading only */
	place = at;
	if (open_file(O_RDWR) >= 0 && !lock_file(fd, F_WRLCK)) {
		at = place_for(&copy);
		if (pwrite(fd, &copy, sizeof copy, at) == (ssize_t)sizeof copy) {
			place = at + (off_t)sizeof copy;
			last = copy;
			r = 0;
		}
		lock_file(fd, F_UNLCK);
	}
	pthread_mutex_unlock(&lock);
	return r;
}

void mc_wtmp_add(const char *file, const struct mc_utmp *record)
{
	int out = open(file, O_WRONLY | O_CLOEXEC);
	off_t end;

	if (out < 0)
		return;
	if (!lock_file(out, F_WRLCK)) {
		end = lseek(out, 0, SEEK_END);
		end -= end % (off_t)sizeof *record;
		if (pwrite(out, record, sizeof *record, end) != (ssize_t)sizeof *record && ftruncate(out, end))
			errno = EIO;
	}
	close(out);
}
