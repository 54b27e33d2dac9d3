/* recipe: __fdelt_chk
 * symbols: __fdelt_chk __fdelt_warn
 * kind: wrapper
 * glibc: GLIBC_2.15
 * arch: any
 * needs: __chk_fail
 * fidelity: equivalent
 * differs: the diagnostic text on abort
 * spec: LSB 5.0 __fdelt_chk; POSIX.1-2024 FD_SET()
 * scope: public
 */
#include "include/mc_chk.h"
#include <sys/select.h>

/* The index of the word that holds this descriptor's bit; the result also tells that the descriptor fits. */
long __fdelt_chk(long fd)
{
	if (fd < 0 || fd >= FD_SETSIZE) mc_chk_fail();
	return fd / (long)(8 * sizeof(long));
}

long __fdelt_warn(long fd)
{
	return __fdelt_chk(fd);
}
