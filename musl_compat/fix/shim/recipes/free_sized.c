/* recipe: free_sized
 * symbols: free_sized free_aligned_sized
 * kind: alias
 * glibc: GLIBC_2.43
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: C23 7.24.3.4, 7.24.3.5
 * scope: public
 */
#include <stdlib.h>

void free_sized(void *p, size_t n)
{
	(void)n;
	free(p);
}

void free_aligned_sized(void *p, size_t align, size_t n)
{
	(void)align;
	(void)n;
	free(p);
}
