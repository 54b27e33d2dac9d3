/* recipe: pkey_alloc
 * symbols: pkey_alloc
 * kind: wrapper
 * glibc: GLIBC_2.27
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages pkey_alloc(2)
 * scope: public
 */
#include <sys/syscall.h>
#include <unistd.h>

int pkey_alloc(unsigned flags, unsigned rights)
{
	return (int)syscall(SYS_pkey_alloc, flags, rights);
}
