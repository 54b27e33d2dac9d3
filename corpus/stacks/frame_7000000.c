/* One frame of 7,000,000 bytes.
 * flags: -O2
 * truth: crashes */
#include "in_thread.h"
__attribute__((noipa)) static int frame(int n) { char b[7000000]; return touch(b, 7000000) + n; }
static void *work(void *x) { return RESULT(frame(*(int *)x - 1)); }
