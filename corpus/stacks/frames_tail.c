/* Six frames of 24,000 bytes, each left by a tail call before the next.
 * flags: -O2
 * truth: ends */
#include "in_thread.h"
#define STEP(a, b) \
  __attribute__((noipa)) static int a(int n) { \
    volatile char p[24000]; \
    for (int i = 0; i < 24000; i += 500) p[i] = (char)n; \
    return b(n + p[500] - p[1000]); \
  }
__attribute__((noipa)) static int last(int n) { return n; }
STEP(f6, last) STEP(f5, f6) STEP(f4, f5) STEP(f3, f4) STEP(f2, f3) STEP(f1, f2)
static void *work(void *x) { return RESULT(f1(*(int *)x - 1)); }
