/* Six frames of 24,000 bytes, one below the other.
 * flags: -O2
 * truth: crashes */
#include "in_thread.h"
#define STEP(a, b) __attribute__((noipa)) static int a(int n) { char p[24000]; return touch(p, 24000) + b(n) + p[0] - 1; }
__attribute__((noipa)) static int last(int n) { return n; }
STEP(f6, last) STEP(f5, f6) STEP(f4, f5) STEP(f3, f4) STEP(f2, f3) STEP(f1, f2)
static void *work(void *x) { return RESULT(f1(*(int *)x - 1)); }
