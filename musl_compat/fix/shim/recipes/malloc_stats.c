/* recipe: malloc_stats
 * symbols: malloc_stats malloc_info
 * kind: stub
 * glibc: GLIBC_2.2.5 GLIBC_2.10
 * arch: any
 * needs: -
 * fidelity: stub
 * differs: reports no figures; malloc_info writes an empty document
 * spec: Linux man-pages malloc_stats(3), malloc_info(3)
 * scope: public
 */
#include "include/mc_loud.h"
#include <errno.h>
#include <stdio.h>

void malloc_stats(void)
{
	MC_LOUD("musl's allocator counts nothing");
}

int malloc_info(int options, FILE *f)
{
	MC_LOUD("musl's allocator counts nothing");
	if (options) return EINVAL;
	fputs("<malloc version=\"1\">\n</malloc>\n", f);
	return 0;
}
