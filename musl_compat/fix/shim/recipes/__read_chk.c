/* recipe: __read_chk
 * symbols: __read_chk
 * kind: wrapper
 * glibc: GLIBC_2.4
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: LSB 5.0 fortify interfaces; otherwise read(), POSIX.1-2024 or Linux man-pages
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_chk.h"
#include <unistd.h>

ssize_t __read_chk(int fd, void *b, size_t n, size_t room)
{
	mc_chk(n, room);
	return read(fd, b, n);
}
