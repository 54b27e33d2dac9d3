/* recipe: arc4random
 * symbols: arc4random arc4random_buf arc4random_uniform
 * kind: implementation
 * glibc: GLIBC_2.36
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: every call asks the kernel
 * spec: OpenBSD manual arc4random(3)
 * scope: public
 */
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Before Linux 3.17. */
static int from_device(unsigned char *p, size_t n)
{
	int fd = open("/dev/urandom", O_RDONLY | O_CLOEXEC);
	if (fd < 0) return -1;
	while (n) {
		ssize_t got = read(fd, p, n);
		if (got <= 0 && errno != EINTR) break;
		if (got > 0) p += got, n -= (size_t)got;
	}
	close(fd);
	return n ? -1 : 0;
}

void arc4random_buf(void *buffer, size_t n)
{
	unsigned char *p = buffer;
	int saved = errno;
	while (n) {
		long got = syscall(SYS_getrandom, p, n < 1 << 20 ? n : 1 << 20, 0);
		if (got > 0) p += got, n -= (size_t)got;
		else if (errno == ENOSYS && !from_device(p, n)) break;
		else if (errno != EINTR) abort();
	}
	errno = saved;
}

uint32_t arc4random(void)
{
	uint32_t value;
	arc4random_buf(&value, sizeof value);
	return value;
}

uint32_t arc4random_uniform(uint32_t bound)
{
	if (bound < 2) return 0;
	/* values below 2^32 mod bound would make the first remainders likelier */
	uint32_t least = -bound % bound, value;
	do value = arc4random();
	while (value < least);
	return value % bound;
}
