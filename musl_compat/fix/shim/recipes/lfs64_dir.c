/* recipe: lfs64_dir
 * symbols: readdir64 readdir64_r scandir64 alphasort64 versionsort64
 * kind: alias
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Large File Summit 1.5 transitional interfaces; musl: off_t has 64 bits everywhere
 * scope: public
 */
#define _GNU_SOURCE
#include <dirent.h>

/* Macros of older headers. */
#undef readdir64
#undef readdir64_r
#undef scandir64
#undef alphasort64
#undef versionsort64

struct dirent *readdir64(DIR *dir)
{
	return readdir(dir);
}

int readdir64_r(DIR *restrict dir, struct dirent *restrict entry, struct dirent **restrict result)
{
	return readdir_r(dir, entry, result);
}

int scandir64(const char *path, struct dirent ***list, int (*chosen)(const struct dirent *), int (*compare)(const struct dirent **, const struct dirent **))
{
	return scandir(path, list, chosen, compare);
}

int alphasort64(const struct dirent **a, const struct dirent **b)
{
	return alphasort(a, b);
}

int versionsort64(const struct dirent **a, const struct dirent **b)
{
	return versionsort(a, b);
}
