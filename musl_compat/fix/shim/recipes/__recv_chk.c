/* recipe: __recv_chk
 * symbols: __recv_chk
 * kind: wrapper
 * glibc: GLIBC_2.4
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: LSB 5.0 fortify interfaces; otherwise recv(), POSIX.1-2024 or Linux man-pages
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_chk.h"
#include <sys/socket.h>

ssize_t __recv_chk(int fd, void *b, size_t n, size_t room, int flags)
{
	mc_chk(n, room);
	return recv(fd, b, n, flags);
}
