/* recipe: lfs64_stat
 * symbols: stat64 lstat64 fstat64 fstatat64 statfs64 fstatfs64 statvfs64 fstatvfs64 __xstat64 __lxstat64
 *   __fxstat64 __fxstatat64
 * kind: alias
 * glibc: GLIBC_2.2.5 GLIBC_2.4 GLIBC_2.33
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Large File Summit 1.5 transitional interfaces; musl: off_t has 64 bits everywhere
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_time32.h"
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/statvfs.h>

/* Macros of older headers. */
#undef stat64
#undef lstat64
#undef fstat64
#undef fstatat64
#undef statfs64
#undef fstatfs64
#undef statvfs64
#undef fstatvfs64
#undef __xstat64
#undef __lxstat64
#undef __fxstat64
#undef __fxstatat64

MC_OLD(stat);
MC_OLD(lstat);
MC_OLD(fstat);
MC_OLD(fstatat);

int stat64(const char *restrict path, struct stat *restrict out)
{
	return mc_old_stat(path, out);
}

int lstat64(const char *restrict path, struct stat *restrict out)
{
	return mc_old_lstat(path, out);
}

int fstat64(int fd, struct stat *out)
{
	return mc_old_fstat(fd, out);
}

int fstatat64(int dir, const char *restrict path, struct stat *restrict out, int flags)
{
	return mc_old_fstatat(dir, path, out, flags);
}

int statfs64(const char *path, struct statfs *out)
{
	return statfs(path, out);
}

int fstatfs64(int fd, struct statfs *out)
{
	return fstatfs(fd, out);
}

int statvfs64(const char *restrict path, struct statvfs *restrict out)
{
	return statvfs(path, out);
}

int fstatvfs64(int fd, struct statvfs *out)
{
	return fstatvfs(fd, out);
}

int __xstat64(int version, const char *path, struct stat *out)
{
	(void)version;
	return mc_old_stat(path, out);
}

int __lxstat64(int version, const char *path, struct stat *out)
{
	(void)version;
	return mc_old_lstat(path, out);
}

int __fxstat64(int version, int fd, struct stat *out)
{
	(void)version;
	return mc_old_fstat(fd, out);
}

int __fxstatat64(int version, int dir, const char *path, struct stat *out, int flags)
{
	(void)version;
	return mc_old_fstatat(dir, path, out, flags);
}
