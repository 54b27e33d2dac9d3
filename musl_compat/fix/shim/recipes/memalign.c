/* recipe: memalign
 * symbols: memalign aligned_alloc
 * kind: wrapper
 * glibc: GLIBC_2.2.5 GLIBC_2.16
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: -
 * spec: posix_memalign(3); glibc rounds an alignment that is no power of two up to one
 * scope: private
 */
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>

void *__mc_memalign(size_t alignment, size_t size)
{
	size_t power = 2 * sizeof(void *);
	void *p = 0;
	int error;

	if (alignment > SIZE_MAX / 2 + 1) {
		errno = EINVAL;
		return 0;
	}
	while (power < alignment)
		power *= 2;
	error = posix_memalign(&p, power, size);
	if (error)
		errno = error;
	return error ? 0 : p;
}

void *__mc_aligned_alloc(size_t, size_t) __attribute__((alias("__mc_memalign")));
