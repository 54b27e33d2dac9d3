/* alloca of 4,000 bytes, a number that the code does not know.
 * flags: -O2
 * truth: ends */
#include "in_thread.h"
#include <alloca.h>
__attribute__((noipa)) static int any(long n) { char *p = alloca(n); return touch(p, n); }
static void *work(void *x) { return RESULT(any(*(volatile int *)x * 4000L)); }
