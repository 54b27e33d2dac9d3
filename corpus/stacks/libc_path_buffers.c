/* Forty buffers of PATH_MAX on one path, as file managers have them.
 * flags: -O2
 * truth: crashes */
#include "in_thread.h"
#include <limits.h>
#define STEP(a, b) __attribute__((noipa)) static int a(int n) { char p[PATH_MAX * 10]; return touch(p, sizeof p) + b(n) + p[0] - 1; }
__attribute__((noipa)) static int last(int n) { return n; }
STEP(f4, last) STEP(f3, f4) STEP(f2, f3) STEP(f1, f2)
static void *work(void *x) { return RESULT(f1(*(int *)x - 1)); }
