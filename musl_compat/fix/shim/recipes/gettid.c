/* recipe: gettid
 * symbols: gettid
 * kind: wrapper
 * glibc: GLIBC_2.30
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages gettid(2)
 * scope: public
 */
#include <sys/syscall.h>
#include <unistd.h>

pid_t gettid(void)
{
	return (pid_t)syscall(SYS_gettid);
}
