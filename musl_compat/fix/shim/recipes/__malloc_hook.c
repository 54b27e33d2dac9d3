/* recipe: __malloc_hook
 * symbols: __malloc_hook __realloc_hook __memalign_hook __free_hook
 * kind: data
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: degraded
 * differs: the hooks are never called, as in glibc since 2.34
 * spec: glibc 2.33 manual "Memory Allocation Hooks"
 * scope: public
 */
#include <stddef.h>

void *(*volatile __malloc_hook)(size_t, const void *);
void *(*volatile __realloc_hook)(void *, size_t, const void *);
void *(*volatile __memalign_hook)(size_t, size_t, const void *);
void (*volatile __free_hook)(void *, const void *);
