/* recipe: __explicit_bzero_chk
 * symbols: __explicit_bzero_chk __memset_explicit_chk
 * kind: wrapper
 * glibc: GLIBC_2.25 GLIBC_2.43
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: glibc manual "Erasing Sensitive Data"; C23 7.26.6.2
 * scope: public
 */
#include "include/mc_chk.h"
#include <string.h>

/* The empty assembly may read the memory, so that the stores before it cannot be dropped. */
static void *set_for_sure(void *d, int c, size_t n)
{
	memset(d, c, n);
	__asm__ __volatile__("" : : "r"(d) : "memory");
	return d;
}

void __explicit_bzero_chk(void *d, size_t n, size_t room)
{
	mc_chk(n, room);
	set_for_sure(d, 0, n);
}

void *__memset_explicit_chk(void *d, int c, size_t n, size_t room)
{
	mc_chk(n, room);
	return set_for_sure(d, c, n);
}
