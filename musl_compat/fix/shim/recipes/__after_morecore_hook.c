/* recipe: __after_morecore_hook
 * symbols: __after_morecore_hook __malloc_initialize_hook __morecore __default_morecore
 * kind: data
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: degraded
 * differs: the hooks are never called, as in glibc since 2.34; __default_morecore has no memory to give
 * spec: glibc 2.33 manual "Memory Allocation Hooks"
 * scope: public
 */
#include <stddef.h>

void (*volatile __after_morecore_hook)(void);
void (*volatile __malloc_initialize_hook)(void);

void *__default_morecore(ptrdiff_t n)
{
	(void)n;
	return NULL;
}

void *(*__morecore)(ptrdiff_t) = __default_morecore;
