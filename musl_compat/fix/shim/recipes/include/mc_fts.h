/* The walk over directories of fts(3), for several layouts of what it shows.
 *
 * Whoever includes this defines STAT, the structure that an entry points to; STAT_OF and LSTAT_OF, which fill one in; and
 * NAME(x), the name of function x.
 */
#ifndef MC_FTS_H
#define MC_FTS_H
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { COMFOLLOW = 1, LOGICAL = 2, NOCHDIR = 4, NOSTAT = 8, PHYSICAL = 16, SEEDOT = 32, XDEV = 64 };
enum { ALL_OPTIONS = 255, NAMEONLY = 256, STOP = 512 };
enum { I_D = 1, I_DC, I_DEFAULT, I_DNR, I_DOT, I_DP, I_ERR, I_F, I_INIT, I_NS, I_NSOK, I_SL, I_SLNONE, I_W };
enum { AGAIN = 1, FOLLOW, NOINSTR, SKIP };
enum { ROOT_PARENT_LEVEL = -1, ROOT_LEVEL };

typedef struct entry {
	struct entry *cycle, *parent, *link;
	long number;
	void *pointer;
	char *accpath, *path;
	int error, symfd;
	unsigned short pathlen, namelen;
	ino_t ino;
	dev_t dev;
	nlink_t nlink;
	short level;
	unsigned short info, flags, instr;
	STAT *statp;
	char name[1];
} FTSENT;

typedef struct {
	FTSENT *cur, *child, **array;
	dev_t dev;
	char *path;
	int rfd, pathlen, nitems;
	int (*compar)(const void *, const void *);
	int options;
} FTS;

#if UINTPTR_MAX > UINT32_MAX
_Static_assert(offsetof(FTSENT, name) == 112 && offsetof(FTSENT, statp) == 104 && sizeof(FTS) == 72, "glibc's layout");
#else
_Static_assert(offsetof(FTSENT, name) == 72 && offsetof(FTSENT, statp) == 68, "glibc's layout with 64-bit offsets");
#endif

/* The stat data stand behind the name in the same block. */
static FTSENT *new_entry(const char *name, size_t length)
{
	size_t size = offsetof(FTSENT, name) + length + 1, at = (size + 15) & ~(size_t)15;
	FTSENT *e = calloc(1, at + sizeof(STAT));

	if (!e)
		return 0;
	memcpy(e->name, name, length);
	e->namelen = (unsigned short)length;
	e->statp = (STAT *)(void *)((char *)e + at);
	e->instr = NOINSTR;
	e->symfd = -1;
	return e;
}

static void free_list(FTSENT *e)
{
	while (e) {
		FTSENT *next = e->link;
		free(e);
		e = next;
	}
}

static int grow_path(FTS *f, size_t need)
{
	char *bigger, *old = f->path;

	if (need < (size_t)f->pathlen)
		return 1;
	if (need > 65535) { /* pathlen is an unsigned short */
		errno = ENAMETOOLONG;
		return 0;
	}
	bigger = realloc(f->path, need + 256);
	if (!bigger)
		return 0;
	f->path = bigger;
	f->pathlen = (int)need + 256;
	if (bigger == old)
		return 1;
	/* Entries that are still held point into the old one. */
	for (FTSENT *e = f->cur; e && e->level >= ROOT_LEVEL; e = e->parent)
		e->path = e->accpath = bigger;
	for (FTSENT *e = f->child; e; e = e->link)
		e->path = e->accpath = bigger;
	for (FTSENT *e = f->cur; e; e = e->link)
		e->path = e->accpath = bigger;
	return 1;
}

/* f->path becomes the path of e. */
static int set_path(FTS *f, FTSENT *e)
{
	size_t base = 0;

	if (e->level > ROOT_LEVEL) {
		base = e->parent->pathlen;
		if (base && f->path[base - 1] == '/')
			base--;
		base++;
	}
	if (!grow_path(f, base + e->namelen + 1))
		return 0;
	if (base)
		f->path[base - 1] = '/';
	memcpy(f->path + base, e->name, e->namelen + 1U);
	e->pathlen = (unsigned short)(base + e->namelen);
	e->path = e->accpath = f->path;
	return 1;
}

static unsigned short classify(FTS *f, FTSENT *e, int follow)
{
	STAT *st = e->statp;

	if (f->options & LOGICAL || follow) {
		if (STAT_OF(f->path, st)) {
			int saved = errno;
			if (!LSTAT_OF(f->path, st)) {
				errno = 0;
				return I_SLNONE;
			}
			e->error = saved;
			memset(st, 0, sizeof *st);
			return I_NS;
		}
	} else if (LSTAT_OF(f->path, st)) {
		e->error = errno;
		memset(st, 0, sizeof *st);
		return I_NS;
	}
	if (S_ISDIR(st->st_mode)) {
		e->dev = st->st_dev;
		e->ino = st->st_ino;
		e->nlink = st->st_nlink;
		if (!strcmp(e->name, ".") || !strcmp(e->name, ".."))
			if (e->level > ROOT_LEVEL)
				return I_DOT;
		for (FTSENT *up = e->parent; up && up->level >= ROOT_LEVEL; up = up->parent) {
			if (up->ino == e->ino && up->dev == e->dev) {
				e->cycle = up;
				return I_DC;
			}
		}
		return I_D;
	}
	return S_ISLNK(st->st_mode) ? I_SL : S_ISREG(st->st_mode) ? I_F : I_DEFAULT;
}

static FTSENT *sort(FTS *f, FTSENT *list, int count)
{
	FTSENT **a, *e = list;

	if (!f->compar || count < 2)
		return list;
	a = malloc((size_t)count * sizeof *a);
	if (!a)
		return list;
	for (int i = 0; i < count; i++, e = e->link)
		a[i] = e;
	qsort(a, (size_t)count, sizeof *a, f->compar);
	for (int i = 0; i < count; i++)
		a[i]->link = i + 1 < count ? a[i + 1] : 0;
	list = a[0];
	free(a);
	return list;
}

FTS *NAME(open)(char *const *paths, int options, int (*compare)(const FTSENT **, const FTSENT **))
{
	FTSENT *parent, *first = 0, *last = 0;
	int count = 0;
	FTS *f;

	if (options & ~ALL_OPTIONS) {
		errno = EINVAL;
		return 0;
	}
	f = calloc(1, sizeof *f);
	if (!f)
		return 0;
	f->compar = (int (*)(const void *, const void *))(void (*)(void))compare;
	f->options = options | (options & LOGICAL ? NOCHDIR : 0);
	f->rfd = -1;
	parent = new_entry("", 0);
	if (!parent || !grow_path(f, 4096))
		goto fail;
	parent->level = ROOT_PARENT_LEVEL;
	for (; *paths; paths++, count++) {
		FTSENT *e;
		size_t length = strlen(*paths);
		if (!length) {
			errno = ENOENT;
			goto fail;
		}
		e = new_entry(*paths, length);
		if (!e)
			goto fail;
		e->level = ROOT_LEVEL;
		e->parent = parent;
		if (!set_path(f, e)) {
			free(e);
			goto fail;
		}
		e->accpath = e->name;
		e->info = classify(f, e, options & COMFOLLOW);
		if (e->info == I_DOT)
			e->info = I_D;
		if (last)
			last->link = e;
		else
			first = e;
		last = e;
	}
	first = sort(f, first, count);
	f->cur = new_entry("", 0);
	if (!f->cur)
		goto fail;
	f->cur->link = first;
	f->cur->info = I_INIT;
	f->cur->level = ROOT_PARENT_LEVEL;
	f->cur->parent = parent;
	return f;
fail:
	free_list(first);
	free(parent);
	free(f->path);
	free(f);
	return 0;
}

/* The entries of the directory at f->path; null with f->cur->error set, or when it is empty. */
static FTSENT *build(FTS *f, int names_only)
{
	FTSENT *directory = f->cur, *first = 0, *last = 0;
	size_t length = directory->pathlen;
	DIR *d = opendir(f->path);
	struct dirent *de;
	int count = 0;

	if (!d) {
		if (!names_only) {
			directory->info = I_DNR;
			directory->error = errno;
		}
		return 0;
	}
	while ((de = readdir(d))) {
		FTSENT *e;
		if (!(f->options & SEEDOT) && (!strcmp(de->d_name, ".") || !strcmp(de->d_name, "..")))
			continue;
		e = new_entry(de->d_name, strlen(de->d_name));
		if (!e)
			break;
		e->level = (short)(directory->level + 1);
		e->parent = directory;
		if (!set_path(f, e)) {
			free(e);
			directory->error = errno;
			directory->info = I_ERR;
			break;
		}
		if (names_only) {
			e->info = I_NSOK;
		} else if (f->options & NOSTAT && f->options & PHYSICAL && de->d_type != DT_DIR && de->d_type != DT_UNKNOWN) {
			e->info = I_NSOK;
		} else {
			e->info = classify(f, e, 0);
		}
		if (last)
			last->link = e;
		else
			first = e;
		last = e;
		count++;
	}
	closedir(d);
	f->path[length] = '\0';
	return sort(f, first, count);
}

/* A path that was given keeps only its last part as its name, once it is visited. */
static void shorten_name(FTSENT *e)
{
	char *slash = strrchr(e->name, '/');

	if (!slash || (slash == e->name && !slash[1]))
		return;
	e->namelen = (unsigned short)strlen(slash + 1);
	memmove(e->name, slash + 1, e->namelen + 1U);
}

/* Goes to an entry: takes its instruction into account. */
static FTSENT *enter(FTS *f, FTSENT *e)
{
	f->cur = e;
	if (!set_path(f, e)) {
		e->error = errno;
		e->info = I_ERR;
		return e;
	}
	if (e->level == ROOT_LEVEL) {
		f->dev = e->dev;
		shorten_name(e);
	}
	if (e->instr == FOLLOW) {
		e->info = classify(f, e, 1);
		e->instr = NOINSTR;
	}
	return e;
}

static FTSENT *next_sibling(FTS *f, FTSENT *e)
{
	FTSENT *next, *parent;

	while ((next = e->link)) {
		free(e);
		e = next;
		if (e->level == ROOT_LEVEL || e->instr != SKIP)
			return enter(f, e);
	}
	parent = e->parent;
	free(e);
	if (parent->level == ROOT_PARENT_LEVEL) {
		free(parent);
		f->cur = 0;
		errno = 0;
		return 0;
	}
	f->cur = parent;
	f->path[parent->pathlen] = '\0';
	parent->path = parent->accpath = f->path;
	parent->info = parent->error ? I_ERR : I_DP;
	return parent;
}

FTSENT *NAME(read)(FTS *f)
{
	FTSENT *e = f->cur;
	int instruction;

	if (!e || f->options & STOP)
		return 0;
	instruction = e->instr;
	e->instr = NOINSTR;
	if (instruction == AGAIN) {
		e->info = classify(f, e, 0);
		return e;
	}
	if (instruction == FOLLOW && (e->info == I_SL || e->info == I_SLNONE)) {
		e->info = classify(f, e, 1);
		return e;
	}
	if (e->info == I_D) {
		if (instruction == SKIP || (f->options & XDEV && e->dev != f->dev)) {
			free_list(f->child);
			f->child = 0;
			e->info = I_DP;
			return e;
		}
		if (f->child && f->options & NAMEONLY) {
			f->options &= ~NAMEONLY;
			free_list(f->child);
			f->child = 0;
		}
		if (!f->child)
			f->child = build(f, 0);
		if (!f->child) {
			if (f->options & STOP)
				return 0;
			if (e->info == I_D)
				e->info = I_DP;
			return e;
		}
		FTSENT *child = f->child;
		f->child = 0;
		return enter(f, child);
	}
	return next_sibling(f, e);
}

FTSENT *NAME(children)(FTS *f, int instruction)
{
	FTSENT *e = f->cur;

	if (instruction && instruction != NAMEONLY) {
		errno = EINVAL;
		return 0;
	}
	errno = 0;
	if (!e || f->options & STOP)
		return 0;
	if (e->info == I_INIT)
		return e->link;
	if (e->info != I_D)
		return 0;
	free_list(f->child);
	f->child = 0;
	if (instruction == NAMEONLY)
		f->options |= NAMEONLY;
	else
		f->options &= ~NAMEONLY;
	f->child = build(f, instruction == NAMEONLY);
	return f->child;
}

int NAME(set)(FTS *f, FTSENT *e, int instruction)
{
	(void)f;
	if (instruction && instruction != AGAIN && instruction != FOLLOW && instruction != NOINSTR && instruction != SKIP) {
		errno = EINVAL;
		return 1;
	}
	e->instr = (unsigned short)instruction;
	return 0;
}

int NAME(close)(FTS *f)
{
	FTSENT *e = f->cur;

	free_list(f->child);
	while (e) {
		FTSENT *next = e->link ? e->link : e->parent;
		free(e);
		e = next;
	}
	free(f->path);
	free(f);
	return 0;
}
#endif
