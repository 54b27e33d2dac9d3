/* recipe: __inet_ntop_chk
 * symbols: __inet_ntop_chk
 * kind: wrapper
 * glibc: GLIBC_2.42
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: LSB 5.0 fortify interfaces; otherwise inet_ntop(), POSIX.1-2024 or Linux man-pages
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_chk.h"
#include <arpa/inet.h>

const char *__inet_ntop_chk(int af, const void *restrict a, char *restrict b, socklen_t n, size_t room)
{
	mc_chk(n, room);
	return inet_ntop(af, a, b, n);
}
