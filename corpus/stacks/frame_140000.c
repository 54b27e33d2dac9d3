/* One frame of 140,000 bytes.
 * flags: -O2
 * truth: crashes */
#include "in_thread.h"
__attribute__((noipa)) static int frame(int n) { char b[140000]; return touch(b, 140000) + n; }
static void *work(void *x) { return RESULT(frame(*(int *)x - 1)); }
