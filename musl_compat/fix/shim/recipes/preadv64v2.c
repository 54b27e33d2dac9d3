/* recipe: preadv64v2
 * symbols: preadv2 pwritev2 preadv64v2 pwritev64v2
 * kind: wrapper
 * glibc: GLIBC_2.26
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages preadv2(2)
 * scope: public
 */
#define _GNU_SOURCE
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

/* An offset of -1 means the file's own: the old system calls then. The offset goes in two words, low first. */
static ssize_t call(long number, int fd, const struct iovec *v, int n, off_t at, int flags)
{
	return syscall(number, fd, v, n, (long)at, (long)((unsigned long long)at >> 32), flags);
}

#undef preadv64v2
#undef pwritev64v2

ssize_t preadv2(int fd, const struct iovec *v, int n, off_t at, int flags)
{
	if (!flags) return at == -1 ? readv(fd, v, n) : preadv(fd, v, n, at);
	return call(SYS_preadv2, fd, v, n, at, flags);
}

ssize_t pwritev2(int fd, const struct iovec *v, int n, off_t at, int flags)
{
	if (!flags) return at == -1 ? writev(fd, v, n) : pwritev(fd, v, n, at);
	return call(SYS_pwritev2, fd, v, n, at, flags);
}

ssize_t preadv64v2(int fd, const struct iovec *v, int n, off_t at, int flags)
{
	return preadv2(fd, v, n, at, flags);
}

ssize_t pwritev64v2(int fd, const struct iovec *v, int n, off_t at, int flags)
{
	return pwritev2(fd, v, n, at, flags);
}
