/* recipe: __chk_fail
 * symbols: __chk_fail
 * kind: implementation
 * glibc: GLIBC_2.3.4
 * arch: any
 * needs: -
 * fidelity: equivalent
 * differs: -
 * spec: LSB 5.0 fortify interfaces; glibc manual "Source Fortification"
 * scope: public
 */
#include "include/mc_chk.h"
#include <stdlib.h>
#include <unistd.h>

_Noreturn void mc_chk_fail(void)
{
	static const char text[] = "*** buffer overflow detected ***: terminated\n";
	/* no stdio: its state may be what was overflowed */
	if (write(2, text, sizeof text - 1) < 0) abort();
	abort();
}

_Noreturn void __chk_fail(void)
{
	mc_chk_fail();
}
