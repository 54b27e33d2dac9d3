/* recipe: realloc
 * symbols: realloc
 * kind: wrapper
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: exact
 * differs: -
 * spec: malloc(3): realloc(p, 0) with p not null frees p and returns a null pointer
 * scope: private
 */
#include <stdlib.h>

void *__mc_realloc(void *p, size_t size)
{
	if (p && !size) {
		free(p);
		return 0;
	}
	return realloc(p, size);
}
