/* recipe: execveat
 * symbols: execveat
 * kind: wrapper
 * glibc: GLIBC_2.34
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages execveat(2)
 * scope: public
 */
#include <sys/syscall.h>
#include <unistd.h>

int execveat(int dir, const char *path, char *const *argv, char *const *envp, int flags)
{
	return (int)syscall(SYS_execveat, dir, path, argv, envp, flags);
}
