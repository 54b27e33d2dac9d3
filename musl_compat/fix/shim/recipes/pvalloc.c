/* recipe: pvalloc
 * symbols: pvalloc
 * kind: implementation
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: glibc manual "Allocating Aligned Memory Blocks"
 * scope: public
 */
#define _GNU_SOURCE
#include <malloc.h>
#include <stdint.h>
#include <errno.h>
#include <unistd.h>

void *pvalloc(size_t n)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	if (n > SIZE_MAX - page) {
		errno = ENOMEM;
		return NULL;
	}
	return memalign(page, (n + page - 1) & -page);
}
