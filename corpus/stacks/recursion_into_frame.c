/* A circle of calls that leaves by a frame of 200,000 bytes, entered behind it.
 * flags: -O2
 * truth: crashes */
#include "in_thread.h"
__attribute__((noipa)) static int leave(int n) { char p[200000]; return touch(p, 200000) + n; }
static int b(int);
__attribute__((noipa)) static int a(int n) { return n > 5 ? leave(0) : b(n + 1) + n - n; }
__attribute__((noipa)) static int b(int n) { return n > 50 ? 0 : a(n + 1) + n - n; }
static void *work(void *x) { return RESULT(*(int *)x > 7 ? a(1) : b(*(int *)x)); }
