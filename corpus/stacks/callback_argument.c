/* A frame of 200,000 bytes behind a pointer that is handed on.
 * flags: -O2
 * truth: crashes */
#include "in_thread.h"
__attribute__((noipa)) static int deep(int n) { char p[200000]; return touch(p, 200000) + n; }
__attribute__((noipa)) static int through(int (*f)(int), int n) { return f(n); }
static void *work(void *x) { return RESULT(through(deep, *(int *)x - 1)); }
