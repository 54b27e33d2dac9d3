/* A frame of 200,000 bytes, not optimised.
 * flags: -O0
 * truth: crashes */
#include "in_thread.h"
static int frame(int n) { char b[200000]; return touch(b, 200000) + n; }
static void *work(void *x) { return RESULT(frame(*(int *)x - 1)); }
