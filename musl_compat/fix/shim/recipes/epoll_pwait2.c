/* recipe: epoll_pwait2
 * symbols: epoll_pwait2
 * kind: wrapper
 * glibc: GLIBC_2.35
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages epoll_pwait2(2)
 * scope: public
 */
#include "include/mc_time32.h"
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_epoll_pwait2
#define SYS_epoll_pwait2 441
#endif

/* The kernel's signal set has 64 signals (128 on MIPS). */
#ifdef __mips__
#define MASK_BYTES 16
#else
#define MASK_BYTES 8
#endif

int mc_epoll_pwait2(int, void *, int, const struct timespec *, const void *);

int mc_epoll_pwait2(int fd, void *events, int n, const struct timespec *timeout, const void *mask)
{
	return (int)syscall(SYS_epoll_pwait2, fd, events, n, timeout, mask, MASK_BYTES);
}

int epoll_pwait2(int fd, void *events, int n, const struct mc_timespec *timeout, const void *mask)
{
	return mc_epoll_pwait2(fd, events, n, mc_from_time32(timeout, &(struct timespec){0, 0}), mask);
}
