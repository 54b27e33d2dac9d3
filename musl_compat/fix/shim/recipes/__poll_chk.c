/* recipe: __poll_chk
 * symbols: __poll_chk __ppoll_chk
 * kind: wrapper
 * glibc: GLIBC_2.16
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: POSIX.1-2024 poll(), ppoll(); room counts bytes
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_chk.h"
#include "include/mc_time32.h"
#include <poll.h>

MC_OLD(ppoll);

int __poll_chk(struct pollfd *fds, nfds_t n, int timeout, size_t room)
{
	mc_chk(n, room / sizeof *fds);
	return poll(fds, n, timeout);
}

int __ppoll_chk(struct pollfd *fds, nfds_t n, const struct timespec *timeout, const sigset_t *mask, size_t room)
{
	mc_chk(n, room / sizeof *fds);
	return mc_old_ppoll(fds, n, timeout, mask);
}
