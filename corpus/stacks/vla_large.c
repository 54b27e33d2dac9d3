/* An array of variable length, 250,000 bytes.
 * flags: -O2
 * truth: crashes */
#include "in_thread.h"
__attribute__((noipa)) static int any(int n) { char p[n]; return touch(p, n); }
static void *work(void *x) { return RESULT(any(*(volatile int *)x * 250000)); }
