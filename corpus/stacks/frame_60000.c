/* One frame of 60,000 bytes.
 * flags: -O2
 * truth: ends */
#include "in_thread.h"
__attribute__((noipa)) static int frame(int n) { char b[60000]; return touch(b, 60000) + n; }
static void *work(void *x) { return RESULT(frame(*(int *)x - 1)); }
