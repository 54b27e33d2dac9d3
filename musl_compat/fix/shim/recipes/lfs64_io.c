/* recipe: lfs64_io
 * symbols: open64 openat64 creat64 lseek64 truncate64 ftruncate64 lockf64 fallocate64 posix_fadvise64
 *   posix_fallocate64 pread64 pwrite64 preadv64 pwritev64 sendfile64 mmap64
 * kind: alias
 * glibc: GLIBC_2.2.5 GLIBC_2.3 GLIBC_2.4 GLIBC_2.10
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Large File Summit 1.5 transitional interfaces; musl: off_t has 64 bits everywhere
 * scope: public
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdarg.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <sys/uio.h>
#include <unistd.h>

/* Macros of older headers. */
#undef open64
#undef openat64
#undef creat64
#undef lseek64
#undef truncate64
#undef ftruncate64
#undef lockf64
#undef fallocate64
#undef posix_fadvise64
#undef posix_fallocate64
#undef pread64
#undef pwrite64
#undef preadv64
#undef pwritev64
#undef sendfile64
#undef mmap64

static mode_t mode_of(int flags, va_list ap)
{
	return (flags & O_CREAT) || (flags & O_TMPFILE) == O_TMPFILE ? va_arg(ap, mode_t) : 0;
}

int open64(const char *path, int flags, ...)
{
	va_list ap;
	va_start(ap, flags);
	mode_t mode = mode_of(flags, ap);
	va_end(ap);
	return open(path, flags, mode);
}

int openat64(int dir, const char *path, int flags, ...)
{
	va_list ap;
	va_start(ap, flags);
	mode_t mode = mode_of(flags, ap);
	va_end(ap);
	return openat(dir, path, flags, mode);
}

int creat64(const char *path, mode_t mode)
{
	return creat(path, mode);
}

off_t lseek64(int fd, off_t at, int whence)
{
	return lseek(fd, at, whence);
}

int truncate64(const char *path, off_t size)
{
	return truncate(path, size);
}

int ftruncate64(int fd, off_t size)
{
	return ftruncate(fd, size);
}

int lockf64(int fd, int command, off_t size)
{
	return lockf(fd, command, size);
}

int fallocate64(int fd, int mode, off_t at, off_t size)
{
	return fallocate(fd, mode, at, size);
}

int posix_fadvise64(int fd, off_t at, off_t size, int advice)
{
	return posix_fadvise(fd, at, size, advice);
}

int posix_fallocate64(int fd, off_t at, off_t size)
{
	return posix_fallocate(fd, at, size);
}

ssize_t pread64(int fd, void *b, size_t n, off_t at)
{
	return pread(fd, b, n, at);
}

ssize_t pwrite64(int fd, const void *b, size_t n, off_t at)
{
	return pwrite(fd, b, n, at);
}

ssize_t preadv64(int fd, const struct iovec *v, int n, off_t at)
{
	return preadv(fd, v, n, at);
}

ssize_t pwritev64(int fd, const struct iovec *v, int n, off_t at)
{
	return pwritev(fd, v, n, at);
}

ssize_t sendfile64(int out, int in, off_t *at, size_t n)
{
	return sendfile(out, in, at, n);
}

void *mmap64(void *at, size_t n, int protection, int flags, int fd, off_t offset)
{
	return mmap(at, n, protection, flags, fd, offset);
}
