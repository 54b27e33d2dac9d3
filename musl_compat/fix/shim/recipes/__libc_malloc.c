/* recipe: __libc_malloc
 * symbols: __libc_malloc __libc_free __libc_calloc __libc_realloc __libc_memalign __libc_valloc __libc_pvalloc
 * kind: alias
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: _internal_libc
 * fidelity: equivalent
 * differs: the aligned ones fail with ENOMEM when the process replaces malloc but not aligned_alloc, as musl's
 *   do
 * spec: glibc manual "Replacing malloc"
 * scope: public
 */
#define _GNU_SOURCE
#include "include/mc_libc.h"
#include <malloc.h>
#include <stdlib.h>
#include <unistd.h>

void *__libc_malloc(size_t n)
{
	return MC_LIBC(malloc)(n);
}

void __libc_free(void *p)
{
	MC_LIBC(free)(p);
}

void *__libc_calloc(size_t m, size_t n)
{
	return MC_LIBC(calloc)(m, n);
}

void *__libc_realloc(void *p, size_t n)
{
	return MC_LIBC(realloc)(p, n);
}

void *__libc_memalign(size_t align, size_t n)
{
	return MC_LIBC(memalign)(align, n);
}

void *__libc_valloc(size_t n)
{
	return MC_LIBC(memalign)((size_t)sysconf(_SC_PAGESIZE), n);
}

void *__libc_pvalloc(size_t n)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	return MC_LIBC(memalign)(page, (n + page - 1) & -page);
}
