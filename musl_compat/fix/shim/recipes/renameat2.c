/* recipe: renameat2
 * symbols: renameat2
 * kind: wrapper
 * glibc: GLIBC_2.28
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages renameat2(2)
 * scope: public
 */
#include <sys/syscall.h>
#include <unistd.h>

int renameat2(int from_dir, const char *from, int to_dir, const char *to, unsigned flags)
{
	return (int)syscall(SYS_renameat2, from_dir, from, to_dir, to, flags);
}
