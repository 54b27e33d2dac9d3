/* recipe: nftw
 * symbols: nftw ftw nftw64 ftw64
 * kind: implementation
 * glibc: GLIBC_2.2.5 GLIBC_2.3.3
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: the limit of descriptors is not kept: one is open for each level
 * spec: nftw(3): type flags from 0, FTW_ACTIONRETVAL, FTW_CHDIR; glibc <ftw.h>
 * scope: private
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { F, D, DNR, NS, SL, DP, SLN };
enum { PHYSICAL = 1, MOUNT = 2, CHDIR = 4, DEPTH = 8, ACTIONS = 16 };
enum { CONTINUE, STOP, SKIP_SUBTREE, SKIP_SIBLINGS };

struct FTW {
	int base, level;
};

typedef int (*visitor)(const char *, const struct stat *, int, struct FTW *);
typedef int (*plain_visitor)(const char *, const struct stat *, int);

struct above {
	dev_t device;
	ino_t inode;
	const struct above *up;
};

struct walk {
	visitor visit;
	plain_visitor plain;
	int flags;
	dev_t device;
	char *path;
	size_t size;
};

static int tell(const struct walk *w, const struct stat *st, int type, int base, int level)
{
	struct FTW f = {base, level};

	if (w->plain) /* ftw knows no links and no post-order */
		return w->plain(w->path, st, type == SL || type == SLN ? (type == SLN ? NS : F) : type);
	return w->visit(w->path, st, type, &f);
}

static int classify(const struct walk *w, const char *name, struct stat *st)
{
	if (w->flags & PHYSICAL) {
		if (lstat(name, st))
			return NS;
		return S_ISDIR(st->st_mode) ? D : S_ISLNK(st->st_mode) ? SL : F;
	}
	if (!stat(name, st))
		return S_ISDIR(st->st_mode) ? D : F;
	memset(st, 0, sizeof *st);
	return !lstat(name, st) && S_ISLNK(st->st_mode) ? SLN : NS;
}

static int walk_entry(struct walk *w, size_t length, size_t base, int level, const struct above *up);

/* The names are read at once: what the visitor creates or removes does not disturb the reading. */
static int walk_names(struct walk *w, DIR *d, size_t length, int level, const struct above *up)
{
	char *names = 0;
	size_t used = 0, size = 0;
	struct dirent *e;
	int result = 0;

	while ((e = readdir(d))) {
		size_t n = strlen(e->d_name) + 1;
		if (!strcmp(e->d_name, ".") || !strcmp(e->d_name, ".."))
			continue;
		if (used + n > size) {
			char *bigger = realloc(names, size = (used + n) * 2);
			if (!bigger) {
				free(names);
				return -1;
			}
			names = bigger;
		}
		memcpy(names + used, e->d_name, n);
		used += n;
	}
	for (size_t at = 0; at < used && !result; at += strlen(names + at) + 1) {
		size_t n = strlen(names + at), start = length + (length && w->path[length - 1] == '/' ? 0 : 1);
		if (start + n + 1 > w->size) {
			char *bigger = realloc(w->path, (start + n + 1) * 2);
			if (!bigger) {
				result = -1;
				break;
			}
			w->path = bigger;
			w->size = (start + n + 1) * 2;
		}
		w->path[start - 1] = '/';
		memcpy(w->path + start, names + at, n + 1);
		result = walk_entry(w, start + n, start, level, up);
		if (result == SKIP_SIBLINGS && w->flags & ACTIONS) {
			result = 0;
			break;
		}
	}
	free(names);
	return result;
}

static int walk_directory(struct walk *w, const struct stat *st, size_t length, size_t base, int level, const struct above *up)
{
	struct above here = {st->st_dev, st->st_ino, up};
	int fd = open(w->flags & CHDIR && w->path[base] ? w->path + base : w->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC), result = 0, back = -1;
	DIR *d = fd < 0 ? 0 : fdopendir(fd);

	if (!d) {
		if (fd >= 0)
			close(fd);
		return errno == EACCES ? tell(w, st, DNR, (int)base, level) : -1;
	}
	if (!(w->flags & DEPTH)) {
		result = tell(w, st, D, (int)base, level);
		if (result) {
			closedir(d);
			return result == SKIP_SUBTREE && w->flags & ACTIONS ? 0 : result;
		}
	}
	if (w->flags & CHDIR) {
		back = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
		if (back < 0 || fchdir(dirfd(d)))
			result = -1;
	}
	if (!result)
		result = walk_names(w, d, length, level + 1, &here);
	closedir(d);
	w->path[length] = '\0';
	if (back >= 0) {
		if (fchdir(back))
			result = -1;
		close(back);
	}
	if (!result && w->flags & DEPTH)
		result = tell(w, st, DP, (int)base, level);
	return result;
}

static int walk_entry(struct walk *w, size_t length, size_t base, int level, const struct above *up)
{
	struct stat st = {0};
	const char *name = w->flags & CHDIR && w->path[base] ? w->path + base : w->path;
	int type = classify(w, name, &st), result;

	if (type == NS && !level)
		return -1;
	if (type == NS && errno != EACCES && errno != ENOENT)
		return -1;
	if (!level)
		w->device = st.st_dev;
	if (w->flags & MOUNT && type != NS && st.st_dev != w->device)
		return 0;
	if (type != D) {
		result = tell(w, &st, type, (int)base, level);
		return result == SKIP_SUBTREE && w->flags & ACTIONS ? 0 : result;
	}
	for (const struct above *a = up; a && !(w->flags & PHYSICAL); a = a->up)
		if (a->device == st.st_dev && a->inode == st.st_ino)
			return 0; /* a link to a directory above */
	return walk_directory(w, &st, length, base, level, up);
}

static int start(struct walk *w, const char *path)
{
	size_t length = strlen(path), base;
	int saved, result, back = -1;

	if (!length) {
		errno = ENOENT;
		return -1;
	}
	while (length > 1 && path[length - 1] == '/')
		length--;
	w->size = length + 256;
	w->path = malloc(w->size);
	if (!w->path)
		return -1;
	memcpy(w->path, path, length);
	w->path[length] = '\0';
	for (base = length; base > 0 && w->path[base - 1] != '/'; base--)
		;
	if (w->flags & CHDIR) {
		back = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
		if (base > 1) {
			w->path[base - 1] = '\0';
			result = chdir(w->path);
			w->path[base - 1] = '/';
		} else {
			result = base == 1 ? chdir("/") : 0;
		}
		if (back < 0 || result) {
			free(w->path);
			return -1;
		}
		/* From here names are relative to the directory that holds the start. */
	}
	result = walk_entry(w, length, base, 0, 0);
	if (result == SKIP_SIBLINGS && w->flags & ACTIONS)
		result = 0;
	saved = errno;
	if (back >= 0) {
		if (fchdir(back))
			result = -1;
		close(back);
	}
	free(w->path);
	errno = saved;
	return result;
}

int __mc_nftw(const char *path, visitor visit, int descriptors, int flags)
{
	struct walk w = {.visit = visit, .flags = flags};

	(void)descriptors;
	if (flags & ~(PHYSICAL | MOUNT | CHDIR | DEPTH | ACTIONS)) {
		errno = EINVAL;
		return -1;
	}
	return start(&w, path);
}

int __mc_ftw(const char *path, plain_visitor visit, int descriptors)
{
	struct walk w = {.plain = visit};

	(void)descriptors;
	return start(&w, path);
}

int __mc_nftw64(const char *, visitor, int, int) __attribute__((alias("__mc_nftw")));
int __mc_ftw64(const char *, plain_visitor, int) __attribute__((alias("__mc_ftw")));
