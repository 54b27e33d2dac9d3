/* recipe: sigaltstack
 * symbols: sigaltstack
 * kind: wrapper
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: sigaltstack(2): the kernel judges the size; musl 1.2.6 wants more than the constants that a program was built with
 * scope: private
 */
#define _GNU_SOURCE
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

int __mc_sigaltstack(const stack_t *restrict to, stack_t *restrict old)
{
	return (int)syscall(SYS_sigaltstack, to, old);
}
