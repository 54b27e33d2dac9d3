/* recipe: glob
 * symbols: glob glob64 globfree globfree64
 * kind: implementation
 * glibc: GLIBC_2.2.5 GLIBC_2.27
 * arch: any
 * needs: fnmatch
 * fidelity: equivalent
 * differs: ~user is looked up as musl does; GLOB_TILDE_CHECK as there
 * spec: glob(3): GLOB_BRACE, GLOB_NOMAGIC, GLOB_ONLYDIR, GLOB_PERIOD, GLOB_ALTDIRFUNC, GLOB_TILDE; POSIX glob for the rest
 * scope: private
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <pwd.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ERR = 1, MARK = 2, NOSORT = 4, DOOFFS = 8, NOCHECK = 16, APPEND = 32, NOESCAPE = 64, PERIOD = 128, MAGCHAR = 256, ALTDIRFUNC = 512 };
enum { BRACE = 1024, NOMAGIC = 2048, TILDE = 4096, ONLYDIR = 8192, TILDE_CHECK = 16384 };
enum { NOSPACE = 1, ABORTED, NOMATCH };
enum { FNM_NOESCAPE = 2, FNM_PERIOD = 4 };

/* <glob.h> of glibc; the functions are the program's when GLOB_ALTDIRFUNC is given. */
struct result {
	size_t count;
	char **paths;
	size_t offset;
	int flags;
	void (*closedir)(void *);
	struct dirent *(*readdir)(void *);
	void *(*opendir)(const char *);
	int (*lstat)(const char *, struct stat *);
	int (*stat)(const char *, struct stat *);
};

struct run {
	struct result *to;
	int flags;
	int (*error)(const char *, int);
};

int __mc_fnmatch(const char *pattern, const char *text, int flags);

/* escapes: is a quoted character a reason to match names? glibc does so, but it does not make a pattern. */
static int has_magic(const char *p, size_t n, int flags, int escapes)
{
	for (size_t i = 0; i < n; i++) {
		if (p[i] == '\\' && !(flags & NOESCAPE) && i + 1 < n) {
			if (escapes)
				return 1;
			i++;
		} else if (p[i] == '*' || p[i] == '?' || (p[i] == '[' && memchr(p + i, ']', n - i))) {
			return 1;
		}
	}
	return 0;
}

static int get_stat(const struct run *r, const char *path, struct stat *st)
{
	return r->flags & ALTDIRFUNC ? r->to->stat(path, st) : stat(path, st);
}

static int get_lstat(const struct run *r, const char *path, struct stat *st)
{
	return r->flags & ALTDIRFUNC ? r->to->lstat(path, st) : lstat(path, st);
}

static int add(struct run *r, const char *path, int mark)
{
	struct result *to = r->to;
	char **bigger = realloc(to->paths, (to->offset + to->count + 2) * sizeof *bigger);
	size_t n = strlen(path);

	if (!bigger)
		return NOSPACE;
	to->paths = bigger;
	bigger[to->offset + to->count] = malloc(n + 2);
	if (!bigger[to->offset + to->count])
		return NOSPACE;
	memcpy(bigger[to->offset + to->count], path, n);
	memcpy(bigger[to->offset + to->count++] + n, mark ? "/" : "", 1U + (mark != 0));
	bigger[to->offset + to->count] = 0;
	return 0;
}

static int walk(struct run *r, char *path, size_t used, const char *pattern);

/* One name of the pattern's next part: goes on with what follows. */
static int step(struct run *r, char *path, size_t used, const char *name, size_t n, const char *rest, int only_directories)
{
	struct stat st;

	if (used + n + 2 > 8192)
		return 0;
	memcpy(path + used, name, n);
	path[used + n] = '\0';
	if (!*rest) {
		if (get_lstat(r, path, &st))
			return 0;
		if ((only_directories || r->flags & MARK) && S_ISLNK(st.st_mode))
			get_stat(r, path, &st);
		if (only_directories && !S_ISDIR(st.st_mode))
			return 0;
		return add(r, path, r->flags & MARK && S_ISDIR(st.st_mode));
	}
	used += n;
	for (; *rest == '/'; rest++)
		path[used++] = '/';
	path[used] = '\0';
	if (*rest)
		return walk(r, path, used, rest);
	/* The pattern ends with a slash: only directories. */
	return get_stat(r, path, &st) || !S_ISDIR(st.st_mode) ? 0 : add(r, path, 0);
}

static void *open_directory(const struct run *r, const char *path)
{
	return r->flags & ALTDIRFUNC ? r->to->opendir(path) : opendir(path);
}

static int walk(struct run *r, char *path, size_t used, const char *pattern)
{
	size_t n = strcspn(pattern, "/");
	int last = !pattern[n + strspn(pattern + n, "/")]; /* where GLOB_PERIOD counts */
	int how = (r->flags & NOESCAPE ? FNM_NOESCAPE : 0) | (r->flags & PERIOD && last ? 0 : FNM_PERIOD);
	char part[512];
	struct dirent *e;
	int result = 0;
	void *d;

	if (n >= sizeof part)
		return 0;
	if (!has_magic(pattern, n, r->flags, 1)) {
		memcpy(part, pattern, n);
		return step(r, path, used, part, n, pattern + n, 0);
	}
	memcpy(part, pattern, n);
	part[n] = '\0';
	path[used] = '\0';
	d = open_directory(r, used ? path : ".");
	if (!d) {
		int why = errno;
		if (why == ENOTDIR || why == ENOENT)
			return 0;
		return (r->error && r->error(used ? path : ".", why)) || r->flags & ERR ? ABORTED : 0;
	}
	r->to->flags |= MAGCHAR;
	while (!result && (e = r->flags & ALTDIRFUNC ? r->to->readdir(d) : readdir(d)))
		if (!__mc_fnmatch(part, e->d_name, how))
			result = step(r, path, used, e->d_name, strlen(e->d_name), pattern + n, r->flags & ONLYDIR);
	if (r->flags & ALTDIRFUNC)
		r->to->closedir(d);
	else
		closedir(d);
	return result;
}

static int compare(const void *a, const void *b)
{
	return strcoll(*(char *const *)a, *(char *const *)b);
}

/* "~" or "~name" at the beginning. Null when there is none or memory is out; *missing when the user is unknown. */
static char *expand_tilde(const char *pattern, int *missing)
{
	size_t n = strcspn(pattern, "/");
	const char *home = n == 1 ? getenv("HOME") : 0;
	char name[256], *out;
	struct passwd *pw;

	*missing = 0;
	if (*pattern != '~' || n > sizeof name)
		return 0;
	memcpy(name, pattern + 1, n - 1);
	name[n - 1] = '\0';
	if (!home || !*home) {
		pw = n == 1 ? getpwuid(getuid()) : getpwnam(name);
		home = pw ? pw->pw_dir : 0;
	}
	*missing = !home;
	if (!home)
		return 0;
	out = malloc(strlen(home) + strlen(pattern + n) + 1);
	return out ? strcat(strcpy(out, home), pattern + n) : 0;
}

/* The end of the alternative that begins at p: its comma or its brace. */
static const char *alternative_end(const char *p, int flags)
{
	for (int depth = 0; *p; p++) {
		if (*p == '\\' && !(flags & NOESCAPE) && p[1])
			p++;
		else if (*p == '{')
			depth++;
		else if ((*p == '}' && depth-- == 0) || (*p == ',' && !depth))
			return p;
	}
	return 0;
}

static int one(struct run *r, const char *pattern);

/* Expands the first brace: -1 when there is none that is closed. */
static int braces(struct run *r, const char *pattern)
{
	const char *open = pattern, *p, *close;
	int result = NOMATCH;
	size_t had = r->to->count;

	for (; *open && *open != '{'; open++)
		if (*open == '\\' && !(r->flags & NOESCAPE) && open[1])
			open++;
	if (!*open || open[1] == '}')
		return -1;
	for (close = open + 1; (close = alternative_end(close, r->flags)) && *close != '}'; close++)
		;
	if (!close)
		return -1;
	for (p = open + 1; p <= close;) {
		const char *end = alternative_end(p, r->flags);
		char *text = malloc((size_t)(open - pattern) + (size_t)(end - p) + strlen(close + 1) + 1);
		if (!text)
			return NOSPACE;
		memcpy(text, pattern, (size_t)(open - pattern));
		memcpy(text + (open - pattern), p, (size_t)(end - p));
		strcpy(text + (open - pattern) + (end - p), close + 1);
		struct run inner = *r;
		inner.flags &= ~(NOCHECK | NOMAGIC);
		result = one(&inner, text);
		free(text);
		if (result && result != NOMATCH)
			return result;
		p = end + 1;
	}
	if (r->to->count > had)
		return 0;
	return r->flags & (NOCHECK | NOMAGIC) ? add(r, pattern, 0) : NOMATCH;
}

static int one(struct run *r, const char *pattern)
{
	size_t had = r->to->count, used = 0;
	char *path, *home = 0;
	const char *p = pattern;
	int result, missing = 0;

	if (r->flags & BRACE && (result = braces(r, pattern)) != -1)
		return result;
	if (r->flags & (TILDE | TILDE_CHECK))
		home = expand_tilde(pattern, &missing);
	if (missing && r->flags & TILDE_CHECK)
		return NOMATCH;
	if (home)
		p = home;
	path = malloc(8192 + 2);
	if (!path) {
		free(home);
		return NOSPACE;
	}
	while (*p == '/' && used < 100)
		path[used++] = *p++;
	path[used] = '\0';
	if (home && !strchr(pattern, '/'))
		result = add(r, home, 0); /* a home alone need not be there */
	else
		result = *p ? walk(r, path, used, p) : used ? add(r, path, r->flags & MARK) : 0;
	free(path);
	if (!result && r->to->count == had) {
		if (r->flags & NOCHECK || (r->flags & NOMAGIC && *pattern && !has_magic(pattern, strlen(pattern), r->flags, 0)))
			result = add(r, pattern, 0);
		else
			result = NOMATCH;
	} else if (!result && !(r->flags & NOSORT)) {
		qsort(r->to->paths + r->to->offset + had, r->to->count - had, sizeof *r->to->paths, compare);
	}
	free(home);
	return result;
}

void __mc_globfree(struct result *to)
{
	for (size_t i = 0; to->paths && i < to->count; i++)
		free(to->paths[to->offset + i]);
	free(to->paths);
	to->paths = 0;
	to->count = 0;
}

int __mc_glob(const char *pattern, int flags, int (*error)(const char *, int), struct result *to)
{
	struct run r = {to, flags, error};
	int result;

	if (!(flags & APPEND)) {
		if (!(flags & DOOFFS))
			to->offset = 0;
		to->count = 0;
		to->paths = 0;
	}
	to->flags = flags & ~MAGCHAR;
	if (!to->paths) {
		to->paths = calloc(to->offset + 1, sizeof *to->paths);
		if (!to->paths)
			return NOSPACE;
	}
	result = one(&r, pattern);
	if (result && result != ABORTED && !(flags & APPEND)) {
		__mc_globfree(to);
	}
	return result;
}

int __mc_glob64(const char *, int, int (*)(const char *, int), struct result *) __attribute__((alias("__mc_glob")));
void __mc_globfree64(struct result *) __attribute__((alias("__mc_globfree")));
