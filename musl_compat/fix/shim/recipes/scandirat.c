/* recipe: scandirat
 * symbols: scandirat scandirat64
 * kind: implementation
 * glibc: GLIBC_2.15
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages scandirat(3)
 * scope: public
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#undef scandirat64

typedef int (*select_fn)(const struct dirent *);
typedef int (*compare_fn)(const struct dirent **, const struct dirent **);

static struct dirent *copy(const struct dirent *e)
{
	struct dirent *d = malloc(e->d_reclen);
	return d ? memcpy(d, e, e->d_reclen) : NULL;
}

/* Puts copies of the selected entries into *list; -1 when memory or the directory fails, with errno set. */
static int collect(DIR *dir, struct dirent ***list, select_fn chosen)
{
	int n = 0, room = 0;
	errno = 0;
	for (struct dirent *e; (e = readdir(dir)); errno = 0) {
		if (chosen && !chosen(e)) continue;
		if (n == room) {
			struct dirent **more = realloc(*list, (size_t)(room = room ? 2 * room : 16) * sizeof **list);
			if (!more) break;
			*list = more;
		}
		if (!((*list)[n] = copy(e))) break;
		n++;
	}
	if (!errno) return n;
	while (n--) free((*list)[n]);
	return -1;
}

int scandirat(int at, const char *path, struct dirent ***result, select_fn chosen, compare_fn compare)
{
	int fd = openat(at, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *dir = fd < 0 ? NULL : fdopendir(fd);
	struct dirent **list = NULL;
	int saved = errno;
	if (!dir) {
		if (fd >= 0) close(fd);
		errno = saved;
		return -1;
	}
	int n = collect(dir, &list, chosen);
	int failed = errno;
	closedir(dir);
	if (n < 0) {
		free(list);
		errno = failed;
		return -1;
	}
	if (n && compare) qsort(list, (size_t)n, sizeof *list, (int (*)(const void *, const void *))compare);
	*result = list;
	errno = saved;
	return n;
}

int scandirat64(int at, const char *path, struct dirent ***result, select_fn chosen, compare_fn compare)
{
	return scandirat(at, path, result, chosen, compare);
}
