/* recipe: fsconfig
 * symbols: fsconfig
 * kind: wrapper
 * glibc: GLIBC_2.36
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages fsconfig(2)
 * scope: public
 */
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_fsconfig
#define SYS_fsconfig 431
#endif

int fsconfig(int fd, unsigned command, const char *key, const void *value, int aux)
{
	return (int)syscall(SYS_fsconfig, fd, command, key, value, aux);
}
