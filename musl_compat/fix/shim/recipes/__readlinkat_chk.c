/* recipe: __readlinkat_chk
 * symbols: __readlinkat_chk
 * kind: wrapper
 * glibc: GLIBC_2.5
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: LSB 5.0 fortify interfaces; otherwise readlinkat(), POSIX.1-2024 or Linux man-pages
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_chk.h"
#include <unistd.h>

ssize_t __readlinkat_chk(int fd, const char *restrict path, char *restrict b, size_t n, size_t room)
{
	mc_chk(n, room);
	return readlinkat(fd, path, b, n);
}
