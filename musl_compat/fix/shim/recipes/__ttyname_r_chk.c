/* recipe: __ttyname_r_chk
 * symbols: __ttyname_r_chk
 * kind: wrapper
 * glibc: GLIBC_2.4
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: LSB 5.0 fortify interfaces; otherwise ttyname_r(), POSIX.1-2024 or Linux man-pages
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_chk.h"
#include <unistd.h>

int __ttyname_r_chk(int fd, char *b, size_t n, size_t room)
{
	mc_chk(n, room);
	return ttyname_r(fd, b, n);
}
