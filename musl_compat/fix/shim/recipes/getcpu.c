/* recipe: getcpu
 * symbols: getcpu
 * kind: wrapper
 * glibc: GLIBC_2.29
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages getcpu(2)
 * scope: public
 */
#include <sys/syscall.h>
#include <unistd.h>

int getcpu(unsigned *cpu, unsigned *node)
{
	return (int)syscall(SYS_getcpu, cpu, node);
}
