/* Three frames of 60,000 bytes that are never there at once.
 * flags: -O2
 * truth: ends */
#include "in_thread.h"
#define SIDE(a) __attribute__((noipa)) static int a(int n) { char p[60000]; return touch(p, 60000) + n; }
SIDE(a) SIDE(b) SIDE(c)
static void *work(void *x) { int n = *(int *)x - 1; return RESULT(a(n) + b(n) + c(n)); }
