/* Shared by the checking functions (the names that _FORTIFY_SOURCE makes). */
#ifndef MC_CHK_H
#define MC_CHK_H
#include <stddef.h>

/* Says so on stderr and aborts, as glibc does: a C library whose caller overflowed cannot go on. */
_Noreturn void mc_chk_fail(void);

/* Overflow: the object has `have` bytes and the call could touch `want`. */
static inline void mc_chk(size_t want, size_t have)
{
	if (want > have) mc_chk_fail();
}
#endif
