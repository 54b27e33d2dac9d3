/* recipe: mallopt
 * symbols: mallopt __libc_mallopt
 * kind: stub
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: stub
 * differs: every parameter is accepted and has no effect
 * spec: Linux man-pages mallopt(3)
 * scope: public
 */
#include "include/mc_loud.h"

int mallopt(int parameter, int value)
{
	(void)parameter;
	(void)value;
	MC_LOUD("musl's allocator has no parameters");
	return 1;
}

int __libc_mallopt(int parameter, int value)
{
	return mallopt(parameter, value);
}
