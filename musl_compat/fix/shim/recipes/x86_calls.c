/* recipe: x86_calls
 * symbols: __arch_prctl
 * kind: wrapper
 * glibc: GLIBC_2.2.5
 * arch: x86_64
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages arch_prctl(2)
 * scope: public
 */
#include <sys/syscall.h>
#include <unistd.h>

int __arch_prctl(int code, unsigned long address)
{
	return (int)syscall(SYS_arch_prctl, code, address);
}
