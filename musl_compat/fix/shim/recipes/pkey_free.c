/* recipe: pkey_free
 * symbols: pkey_free
 * kind: wrapper
 * glibc: GLIBC_2.27
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages pkey_free(2)
 * scope: public
 */
#include <sys/syscall.h>
#include <unistd.h>

int pkey_free(int key)
{
	return (int)syscall(SYS_pkey_free, key);
}
