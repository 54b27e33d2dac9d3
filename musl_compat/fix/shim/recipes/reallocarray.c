/* recipe: reallocarray
 * symbols: reallocarray
 * kind: implementation
 * glibc: GLIBC_2.26
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: POSIX.1-2024 reallocarray()
 * scope: public
 */
#define _GNU_SOURCE
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>

void *reallocarray(void *p, size_t m, size_t n)
{
	if (n && m > SIZE_MAX / n) {
		errno = ENOMEM;
		return NULL;
	}
	return realloc(p, m * n);
}
