/* recipe: pkey_mprotect
 * symbols: pkey_mprotect pkey_get pkey_set
 * kind: wrapper
 * glibc: GLIBC_2.27
 * arch: x86_64 i386
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: Linux man-pages pkeys(7); Intel SDM volume 1, 13.2 (RDPKRU, WRPKRU)
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

static unsigned read_pkru(void)
{
	unsigned rights, zero;
	__asm__ volatile(".byte 0x0f, 0x01, 0xee" : "=a"(rights), "=d"(zero) : "c"(0));
	return rights;
}

int pkey_get(int key)
{
	if (key < 0 || key > 15) {
		errno = EINVAL;
		return -1;
	}
	return (int)(read_pkru() >> (2 * key) & 3);
}

int pkey_set(int key, unsigned rights)
{
	if (key < 0 || key > 15 || rights > 3) {
		errno = EINVAL;
		return -1;
	}
	unsigned value = (read_pkru() & ~(3u << (2 * key))) | rights << (2 * key);
	__asm__ volatile(".byte 0x0f, 0x01, 0xef" : : "a"(value), "c"(0), "d"(0));
	return 0;
}
