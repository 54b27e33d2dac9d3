/* recipe: modify_ldt
 * symbols: modify_ldt
 * kind: wrapper
 * glibc: GLIBC_2.2.5
 * arch: x86_64 i386
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages modify_ldt(2)
 * scope: public
 */
#include <sys/syscall.h>
#include <unistd.h>

int modify_ldt(int function, void *data, unsigned long n)
{
	return (int)syscall(SYS_modify_ldt, function, data, n);
}
