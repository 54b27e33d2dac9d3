/* recipe: posix_fallocate
 * symbols: posix_fallocate posix_fallocate64
 * kind: wrapper
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: -
 * spec: POSIX.1-2024 posix_fallocate; posix_fallocate(3): where the file system cannot, a byte of each block is written
 * scope: private
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>

#undef posix_fallocate64

/* One byte of each block: a byte that is there already is written again as it is, so that nothing is lost. */
static int touch_blocks(int fd, off_t at, off_t length, off_t old, off_t block)
{
	for (off_t place = at + (length - 1) % block; place < at + length; place += block) {
		char byte = 0;
		if (place < old) {
			ssize_t n = pread(fd, &byte, 1, place);
			if (n < 0)
				return errno;
			if (n == 1 && byte)
				continue;
		}
		if (pwrite(fd, &byte, 1, place) != 1)
			return errno;
	}
	return 0;
}

static int emulate(int fd, off_t at, off_t length)
{
	struct stat st;
	struct statfs fs;
	int flags = fcntl(fd, F_GETFL), error = errno, r;

	if (flags < 0 || (flags & O_ACCMODE) == O_RDONLY || flags & O_APPEND)
		return EBADF;
	if (fstat(fd, &st))
		return errno;
	if (S_ISFIFO(st.st_mode))
		return ESPIPE;
	if (!S_ISREG(st.st_mode))
		return ENODEV;
	if (length > INT64_MAX - at)
		return EFBIG;
	r = touch_blocks(fd, at, length, st.st_size, fstatfs(fd, &fs) || fs.f_bsize < 512 ? 512 : fs.f_bsize > 4096 ? 4096 : (off_t)fs.f_bsize);
	errno = error;
	return r;
}

int __mc_posix_fallocate(int fd, off_t at, off_t length)
{
	int r = posix_fallocate(fd, at, length);

	return r == EOPNOTSUPP && at >= 0 && length > 0 ? emulate(fd, at, length) : r;
}

int __mc_posix_fallocate64(int fd, off_t at, off_t length)
{
	return __mc_posix_fallocate(fd, at, length);
}
