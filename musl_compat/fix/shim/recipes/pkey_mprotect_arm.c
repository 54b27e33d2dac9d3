/* recipe: pkey_mprotect_arm
 * symbols: pkey_mprotect pkey_get pkey_set
 * kind: wrapper
 * glibc: GLIBC_2.27
 * arch: aarch64
 * needs: -
 * fidelity: degraded
 * differs: a key's rights cannot be read or set, as if the processor had no permission overlays
 * spec: Linux man-pages pkeys(7)
 * scope: public
 */
#define _GNU_SOURCE
#include <errno.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

int pkey_mprotect(void *at, size_t n, int protection, int key)
{
	if (key == -1) return mprotect(at, n, protection);
	return (int)syscall(SYS_pkey_mprotect, at, n, protection, key);
}

int pkey_get(int key)
{
	errno = key < 0 || key > 15 ? EINVAL : ENOSYS;
	return -1;
}

int pkey_set(int key, unsigned rights)
{
	errno = key < 0 || key > 15 || rights > 15 ? EINVAL : ENOSYS;
	return -1;
}
