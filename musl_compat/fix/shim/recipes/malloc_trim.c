/* recipe: malloc_trim
 * symbols: malloc_trim
 * kind: stub
 * glibc: GLIBC_2.2.5
 * arch: any
 * needs: -
 * fidelity: stub
 * differs: gives nothing back and returns 0; musl's allocator returns memory by itself
 * spec: Linux man-pages malloc_trim(3)
 * scope: public
 */
#include "include/mc_loud.h"
#include <stddef.h>

int malloc_trim(size_t pad)
{
	(void)pad;
	MC_LOUD("nothing is trimmed");
	return 0;
}
