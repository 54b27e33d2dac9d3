/* recipe: __recvfrom_chk
 * symbols: __recvfrom_chk
 * kind: wrapper
 * glibc: GLIBC_2.4
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: LSB 5.0 fortify interfaces; otherwise recvfrom(), POSIX.1-2024 or Linux man-pages
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_chk.h"
#include <sys/socket.h>

ssize_t __recvfrom_chk(int fd, void *restrict b, size_t n, size_t room, int flags, struct sockaddr *restrict from, socklen_t *restrict len)
{
	mc_chk(n, room);
	return recvfrom(fd, b, n, flags, from, len);
}
