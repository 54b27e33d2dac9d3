/* recipe: mallinfo
 * symbols: mallinfo mallinfo2 __libc_mallinfo
 * kind: stub
 * glibc: GLIBC_2.2.5 GLIBC_2.33
 * arch: any
 * needs: -
 * fidelity: stub
 * differs: every figure is 0: musl's allocator counts nothing
 * spec: Linux man-pages mallinfo(3)
 * scope: public
 */
#include "include/mc_loud.h"
#include <stddef.h>

struct mallinfo {
	int arena, ordblks, smblks, hblks, hblkhd, usmblks, fsmblks, uordblks, fordblks, keepcost;
};

struct mallinfo2 {
	size_t arena, ordblks, smblks, hblks, hblkhd, usmblks, fsmblks, uordblks, fordblks, keepcost;
};

struct mallinfo mallinfo(void)
{
	MC_LOUD("the figures are all 0");
	return (struct mallinfo){0};
}

struct mallinfo __libc_mallinfo(void)
{
	return mallinfo();
}

struct mallinfo2 mallinfo2(void)
{
	MC_LOUD("the figures are all 0");
	return (struct mallinfo2){0};
}
