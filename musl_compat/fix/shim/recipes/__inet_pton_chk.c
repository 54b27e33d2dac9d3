/* recipe: __inet_pton_chk
 * symbols: __inet_pton_chk
 * kind: wrapper
 * glibc: GLIBC_2.42
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: POSIX.1-2024 inet_pton()
 * scope: public
 */
#include "include/mc_chk.h"
#include <arpa/inet.h>
#include <sys/socket.h>

int __inet_pton_chk(int af, const char *restrict s, void *restrict a, size_t room)
{
	if (af == AF_INET) mc_chk(4, room);
	if (af == AF_INET6) mc_chk(16, room);
	return inet_pton(af, s, a);
}
