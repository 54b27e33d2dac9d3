/* A frame of 200,000 bytes on the way of a thread, behind a condition that never holds.
 * flags: -O2
 * truth: ends */
#include "in_thread.h"
__attribute__((noipa)) static int frame(int n) { char b[200000]; return touch(b, 200000) + n; }
static void *work(void *x) { return RESULT(*(int *)x > 90 ? frame(1) : 0); }
