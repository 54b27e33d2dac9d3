/* recipe: __pread_chk
 * symbols: __pread_chk __pread64_chk
 * kind: wrapper
 * glibc: GLIBC_2.4
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: LSB 5.0 fortify interfaces; otherwise pread(), POSIX.1-2024 or Linux man-pages
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_chk.h"
#include <unistd.h>

ssize_t __pread_chk(int fd, void *b, size_t n, off_t at, size_t room)
{
	mc_chk(n, room);
	return pread(fd, b, n, at);
}

ssize_t __pread64_chk(int fd, void *b, size_t n, off_t at, size_t room)
{
	return __pread_chk(fd, b, n, at, room);
}
