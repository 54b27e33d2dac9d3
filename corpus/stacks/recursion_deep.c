/* 2,000 calls of a function that calls itself, 500 bytes each.
 * flags: -O2
 * truth: crashes */
#include "in_thread.h"
__attribute__((noipa)) static int again(int n) { char p[500]; int r = touch(p, 500); return n ? r + again(n - 1) + p[0] - 1 : 0; }
static void *work(void *x) { return RESULT(again(2000 * *(int *)x)); }
