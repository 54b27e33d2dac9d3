/* recipe: memset_explicit
 * symbols: memset_explicit
 * kind: implementation
 * glibc: GLIBC_2.43
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: C23 7.26.6.2
 * scope: public
 */
#include <string.h>

void *memset_explicit(void *d, int c, size_t n)
{
	memset(d, c, n);
	/* the assembly may read the memory: the stores before it cannot be dropped */
	__asm__ __volatile__("" : : "r"(d) : "memory");
	return d;
}
