/* recipe: tgkill
 * symbols: tgkill
 * kind: wrapper
 * glibc: GLIBC_2.30
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages tgkill(2)
 * scope: public
 */
#include <sys/syscall.h>
#include <unistd.h>

int tgkill(int group, int thread, int signal)
{
	return (int)syscall(SYS_tgkill, group, thread, signal);
}
