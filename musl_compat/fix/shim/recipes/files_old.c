/* recipe: files_old
 * symbols: llseek ustat getdirentries getdirentries64 __setmntent __endmntent __getmntent_r
 * kind: wrapper
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages lseek64(3), ustat(2), getdirentries(3), setmntent(3)
 * scope: public
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <mntent.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

off_t llseek(int fd, off_t at, int whence)
{
	return lseek(fd, at, whence);
}

int ustat(dev_t device, void *out)
{
#ifdef SYS_ustat
	return (int)syscall(SYS_ustat, device, out);
#else
	return (int)syscall(-1, device, out);
#endif
}

ssize_t getdirentries64(int fd, char *b, size_t n, off_t *base)
{
	off_t at = lseek(fd, 0, SEEK_CUR);
	ssize_t got = syscall(SYS_getdents64, fd, b, n);
	if (got >= 0) *base = at;
	return got;
}

ssize_t getdirentries(int fd, char *b, size_t n, off_t *base)
{
	return getdirentries64(fd, b, n, base);
}

FILE *__setmntent(const char *path, const char *mode)
{
	return setmntent(path, mode);
}

int __endmntent(FILE *f)
{
	return endmntent(f);
}

struct mntent *__getmntent_r(FILE *f, struct mntent *out, char *b, int n)
{
	return getmntent_r(f, out, b, n);
}
