/* recipe: statx
 * symbols: statx
 * kind: wrapper
 * glibc: GLIBC_2.28
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages statx(2)
 * scope: public
 */
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_statx
#error "these headers know no statx system call"
#endif

struct statx;
int statx(int dir, const char *restrict path, int flags, unsigned mask, struct statx *restrict out);

int statx(int dir, const char *restrict path, int flags, unsigned mask, struct statx *restrict out)
{
	return (int)syscall(SYS_statx, dir, path, flags, mask, out);
}
