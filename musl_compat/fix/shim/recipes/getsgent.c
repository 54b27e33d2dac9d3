/* recipe: getsgent
 * symbols: getsgent getsgent_r getsgnam getsgnam_r fgetsgent fgetsgent_r sgetsgent sgetsgent_r setsgent
 *   endsgent putsgent
 * kind: implementation
 * glibc: GLIBC_2.10
 * arch: any
 * needs: _internal_entry
 * fidelity: equivalent
 * differs: reads /etc/gshadow only
 * spec: Linux man-pages gshadow(5); glibc gshadow.h
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_entry.h"
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>

struct sgrp {
	char *sg_namp, *sg_passwd, **sg_adm, **sg_mem;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static FILE *database;

/* 0, EINVAL for a line that is no entry, or ERANGE. */
static int parse(char *line, struct sgrp *out, struct mc_room *room)
{
	char *f[4];
	if (mc_fields(line, f, 4) != 4) return EINVAL;
	*out = (struct sgrp){f[0], f[1], mc_members(f[2], room), NULL};
	if (out->sg_adm) out->sg_mem = mc_members(f[3], room);
	return out->sg_mem ? 0 : ERANGE;
}

int sgetsgent_r(const char *s, struct sgrp *out, char *buffer, size_t n, struct sgrp **result)
{
	struct mc_room room = {buffer, n};
	char *line = mc_take_string(&room, s);
	int error = line ? parse(line, out, &room) : ERANGE;
	*result = error ? NULL : out;
	return error;
}

int fgetsgent_r(FILE *f, struct sgrp *out, char *buffer, size_t n, struct sgrp **result)
{
	char *line;
	int error;
	*result = NULL;
	do {
		struct mc_room room = {buffer, n};
		long start = ftell(f);
		error = mc_line_next(f, &room, &line);
		if (error) return error;
		error = parse(line, out, &room);
		if (error == ERANGE && start >= 0) fseek(f, start, SEEK_SET);
	} while (error == EINVAL);
	if (!error) *result = out;
	return error;
}

void setsgent(void)
{
	pthread_mutex_lock(&lock);
	if (database) rewind(database);
	pthread_mutex_unlock(&lock);
}

void endsgent(void)
{
	pthread_mutex_lock(&lock);
	if (database) fclose(database);
	database = NULL;
	pthread_mutex_unlock(&lock);
}

int getsgent_r(struct sgrp *out, char *buffer, size_t n, struct sgrp **result)
{
	int error;
	*result = NULL;
	pthread_mutex_lock(&lock);
	if (!database) database = fopen("/etc/gshadow", "re");
	error = database ? fgetsgent_r(database, out, buffer, n, result) : errno;
	pthread_mutex_unlock(&lock);
	return error;
}

int getsgnam_r(const char *name, struct sgrp *out, char *buffer, size_t n, struct sgrp **result)
{
	FILE *f = fopen("/etc/gshadow", "re");
	int error = f ? ENOENT : errno;
	*result = NULL;
	while (f && !(error = fgetsgent_r(f, out, buffer, n, result)) && strcmp(out->sg_namp, name)) *result = NULL;
	if (f) fclose(f);
	return error == ENOENT ? 0 : error;
}

/* The functions without a buffer share these. */
static struct sgrp entry;
static char text[4096];

struct sgrp *getsgent(void)
{
	struct sgrp *result;
	getsgent_r(&entry, text, sizeof text, &result);
	return result;
}

struct sgrp *getsgnam(const char *name)
{
	struct sgrp *result;
	getsgnam_r(name, &entry, text, sizeof text, &result);
	return result;
}

struct sgrp *fgetsgent(FILE *f)
{
	struct sgrp *result;
	fgetsgent_r(f, &entry, text, sizeof text, &result);
	return result;
}

struct sgrp *sgetsgent(const char *s)
{
	struct sgrp *result;
	sgetsgent_r(s, &entry, text, sizeof text, &result);
	return result;
}

static void put_list(char *const *list, FILE *f)
{
	for (char *const *m = list; m && *m; m++) fprintf(f, m == list ? "%s" : ",%s", *m);
}

int putsgent(const struct sgrp *e, FILE *f)
{
	if (!e->sg_namp || strpbrk(e->sg_namp, ":\n") || (e->sg_passwd && strpbrk(e->sg_passwd, ":\n"))) {
		errno = EINVAL;
		return -1;
	}
	flockfile(f);
	fprintf(f, "%s:%s:", e->sg_namp, e->sg_passwd ? e->sg_passwd : "");
	put_list(e->sg_adm, f);
	putc(':', f);
	put_list(e->sg_mem, f);
	putc('\n', f);
	int failed = ferror(f);
	funlockfile(f);
	return failed ? -1 : 0;
}
